import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { CardKind, Position } from '@/lib/core/api/card-schemas';
import type { Input, Output } from '@/lib/core/api/contracts';
import { conflict, notFound } from '@/lib/core/api/problem';
import { standingOf, type Wording } from '@/lib/core/crux/position-standing';
import { db, transaction } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { heldWords } from '@/lib/server/data/moderation/held-words';
import { replyIn, replyRow } from '@/lib/server/data/replies';
import { threadFor } from '@/lib/server/data/thread';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Prisma } from '@/prisma/generated/client';
import { tellOfAnswer } from './card-events';
import { type CardPlace, type CardScope, cardFor, demandOpen, lockedCardFor } from './card-scope';
import { mindChanges } from './mind-changes';
import { credencesShown } from './shown-credences';

const shown = {
  id: true,
  credence: true,
  reason: true,
  wouldChangeMind: true,
  version: true,
  createdAt: true,
  inheritedFromId: true,
  becauseAnnotationId: true,
  becauseReplyId: true,
  user: { select: { id: true, name: true } },
} satisfies Prisma.PositionSelect;

type Row = Prisma.PositionGetPayload<{ select: typeof shown }>;

interface Shown {
  wordings: readonly Wording[];
  held: Position['held'];
  /** Whether the viewer sees words that are held. */
  whole: boolean;
}

function toPosition(row: Row, { wordings, held, whole }: Shown): Position {
  const { id, credence, version, becauseAnnotationId, becauseReplyId } = row;
  const { reason, wouldChangeMind } = held && !whole ? { reason: '', wouldChangeMind: '' } : row;
  const standing = standingOf({ version, inheritedFrom: row.inheritedFromId }, wordings);
  const hasCause = becauseAnnotationId !== null || becauseReplyId !== null;
  return {
    id,
    credence,
    reason,
    wouldChangeMind,
    version,
    person: row.user,
    held: whole ? held : null,
    stale: standing === 'stale',
    inherited: standing === 'inherited',
    because: hasCause ? { annotation: becauseAnnotationId, reply: becauseReplyId } : null,
    created: row.createdAt.toISOString(),
  };
}

async function wordingsOf(cardId: string): Promise<Wording[]> {
  const rows = await db().cardRevision.findMany({
    where: { cardId },
    select: { version: true, kind: true, statement: true, wordingOnly: true },
    orderBy: { version: 'asc' },
  });
  return rows.map((row) => ({ ...row, kind: row.kind as CardKind }));
}

/** See `countedPosition`, which says the same in SQL. */
const byMember = ({ id }: GroupScope) => ({ user: { memberships: { some: { groupId: id } } } });

type Known = Output<'GET /groups/{group}/cards/{card}/positions'>;

/** The viewer's positions on a card; those of others when they may be known. */
export async function listPositions(viewer: Viewer, place: CardPlace): Promise<Known> {
  const { id, group } = await cardFor(viewer, place, 'card.read');
  const me = viewer.user?.id ?? null;
  const [wordings, rows, known] = await Promise.all([
    wordingsOf(id),
    db().position.findMany({
      where: {
        cardId: id,
        OR: [{ supersededAt: null, ...byMember(group) }, ...(me ? [{ userId: me }] : [])],
      },
      select: { ...shown, supersededAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    credencesShown(viewer, group, [id]),
  ]);
  const isRevealed = known.get(id)?.credences != null;
  const live = rows.filter(({ supersededAt }) => supersededAt === null);
  const others = live.filter(({ user }) => user.id !== me);
  const mine = live.find(({ user }) => user.id === me);
  const held = await heldWords(
    'position',
    rows.map((row) => row.id),
  );
  const moderates = may('moderation.review', group);
  const position = (row: Row) =>
    toPosition(row, { wordings, held: held.get(row.id) ?? null, whole: moderates || row.user.id === me });
  return {
    mine: mine ? position(mine) : null,
    earlier: rows.filter(({ supersededAt }) => supersededAt !== null).map(position),
    others: isRevealed ? others.map(position) : null,
    answered: others.length,
    moved: isRevealed ? await mindChanges(viewer, place) : null,
  };
}

type Draft = Input<'POST /groups/{group}/cards/{card}/positions'>['body'];

/** Takes a position on the card's wording of now; the one before goes into the viewer's history. */
export async function takePosition(viewer: Viewer, place: CardPlace, draft: Draft): Promise<Position> {
  return transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'position.take');
    demandOpen(card);
    const { id = v7(), because, ...rest } = draft;
    const asOwn = async (row: Row) => {
      const held = (await heldWords('position', [row.id])).get(row.id) ?? null;
      return toPosition(row, { wordings: await wordingsOf(card.id), held, whole: true });
    };
    const earlier = await db().position.findUnique({ where: { id }, select: { ...shown, cardId: true } });
    if (earlier) {
      if (earlier.user.id === userIdOf(viewer) && earlier.cardId === card.id) return asOwn(earlier);
      throw conflict('id-taken', 'There is another position of this id. Send it with a new one.');
    }
    const cause = await causeOf(viewer, card, because);
    return asOwn(await replacePosition(viewer, card, { id, ...rest, ...cause }));
  });
}

type NewPosition = Pick<Row, 'id' | 'credence' | 'reason' | 'wouldChangeMind'> & Partial<Row>;

async function replacePosition(viewer: Viewer, card: CardScope, position: NewPosition): Promise<Row> {
  const userId = userIdOf(viewer);
  const [before] = await db().$queryRaw<{ id: string }[]>`UPDATE position SET superseded_at = now()
    WHERE card_id = ${card.id}::uuid AND user_id = ${userId}::uuid AND superseded_at IS NULL RETURNING id`;
  const { user: _, ...data } = position;
  const row = await db().position.create({
    data: { ...data, cardId: card.id, userId, version: card.version },
    select: shown,
  });
  await tellOfAnswer({ id: card.id, group: card.group.id }, 'position');
  if (
    before &&
    ((await moveFlags(before.id, row.id)) > 0 || (await heldWords('position', [row.id])).size > 0)
  )
    await notify({ kind: 'review', event: row.id, group: card.group.id });
  return row;
}

/** Who answers anew is not rid of the flags on their words, nor of moderators where they hid them. */
function moveFlags(from: string, to: string): Promise<number> {
  return db().$executeRaw`
    UPDATE flag SET subject_id = ${to}::uuid WHERE subject_id = ${from}::uuid AND settled_by_id IS NULL`;
}

/** What moved them must be something in the same group that they can see. */
async function causeOf(viewer: Viewer, card: CardScope, because: Draft['because']): Promise<Partial<Row>> {
  if (!because) return {};
  const annotation =
    'annotation' in because ? because.annotation : (await replyRow(because.reply)).annotation;
  const thread = await threadFor(viewer, annotation);
  if (thread.id !== card.group.id) throw notFound();
  if ('reply' in because) await replyIn(viewer, thread, because.reply);
  return 'reply' in because ? { becauseReplyId: because.reply } : { becauseAnnotationId: thread.annotation };
}
