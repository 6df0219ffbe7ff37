import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import { readsAlone } from '@/lib/server/data/audience';
import { db, query } from '@/lib/server/data/database';
import { cardsChannel, publish, unseen } from '@/lib/server/data/events';
import { notify } from '@/lib/server/data/inbox/notify';
import { stepsWithUnseenWords } from '@/lib/server/data/moderation/unseen-words';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Prisma } from '@/prisma/generated/client';
import { type CardPlace, cardFor } from './card-scope';

/** What a step did to a card; `before` and `after` hold just what it changed, enough to take it back. */
export interface CardStep {
  verb: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string | undefined;
  undoes?: string;
}

/** Enters a step into a card's history and tells the group; call it in the transaction of the step. */
export async function recordStep(
  viewer: Viewer,
  card: { id: string; group: string },
  { verb, before, after, reason = '', undoes }: CardStep,
): Promise<string> {
  const actor = userIdOf(viewer);
  const id = v7();
  const [row] = await db().$queryRaw<{ held: string | null }[]>`
    UPDATE card SET changed_at = now() WHERE id = ${card.id}::uuid RETURNING held`;
  await db().cardEvent.create({
    data: {
      id,
      cardId: card.id,
      actorId: actor,
      verb,
      reason,
      ...(before && { before }),
      ...(after && { after }),
      ...(undoes && { undoesId: undoes }),
    },
  });
  const told = row?.held ? unseen : { change: verb, actor };
  await publish({ channel: cardsChannel(card.group), kind: 'card', entity: card.id, ...told });
  await notify({ kind: 'card', event: id });
  return id;
}

/**
 * Tells the group that somebody answered, which is no step of the card, but not who: what they believe is not everybody's
 * to know yet. Call it in the same transaction.
 */
export async function tellOfAnswer(card: { id: string; group: string }, change: 'position' | 'belief') {
  const { held } = await db().card.findUniqueOrThrow({ where: { id: card.id }, select: { held: true } });
  const told = held ? unseen : { change, actor: null };
  await publish({ channel: cardsChannel(card.group), kind: 'card', entity: card.id, ...told });
}

/** $1 a card, $2 who looks: its steps about what others marked on essays that they read alone. */
const stepsOnBlindMarks = `
  SELECT e.id FROM card_event e JOIN annotation a ON a.id = (coalesce(e.after, e.before) ->> 'annotation')::uuid
  WHERE e.card_id = $1::uuid AND a.author_id IS DISTINCT FROM $2::uuid
    AND ${readsAlone('$2::uuid', { group: 'a.group_id', essay: 'a.essay_id' })}`;

/**
 * Every step of a card, newest first; of words that no moderator let through, others learn only that there were some. Who
 * reads an essay alone learns nothing of passages that others marked there.
 */
export async function cardHistory(viewer: Viewer, place: CardPlace): Promise<CardEvent[]> {
  const { id, author, group } = await cardFor(viewer, place, 'card.read');
  const moderates = may('moderation.review', group);
  const whole = moderates || author === viewer.user?.id;
  const unseen = whole ? new Set() : await stepsWithUnseenWords(id);
  const rows = await db().cardEvent.findMany({
    where: { cardId: id },
    select: {
      id: true,
      verb: true,
      before: true,
      after: true,
      reason: true,
      createdAt: true,
      undoesId: true,
      actor: { select: { id: true, name: true } },
      undoneBy: { select: { id: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const who = viewer.user?.id;
  const blind = who ? await query<{ id: string }>('steps-on-blind-marks', stepsOnBlindMarks, [id, who]) : [];
  const isBlind = (step: string | null) => blind.some((one) => one.id === step);
  const shown = rows.filter((row) => !isBlind(row.id) && !isBlind(row.undoesId));
  return shown.map(({ createdAt, undoesId, undoneBy, ...rest }) => ({
    ...rest,
    at: createdAt.toISOString(),
    undoes: undoesId,
    undoneBy: undoneBy?.id ?? null,
    ...(!moderates && { before: withoutRationale(rest.before), after: withoutRationale(rest.after) }),
    ...(unseen.has(rest.id) && { before: null, after: null, reason: '' }),
  }));
}

/** A relation that was taken away lies in the history with its words, which may have been hidden. */
const withoutRationale = (part: Prisma.JsonValue): Prisma.JsonValue =>
  JSON.parse(JSON.stringify(part, (key, value) => (key === 'rationale' ? undefined : value)));
