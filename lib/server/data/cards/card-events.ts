import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import { essaysAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { db, query } from '@/lib/server/data/database';
import { cardsChannel, publish, unseen } from '@/lib/server/data/events';
import { notify } from '@/lib/server/data/inbox/notify';
import { stepsWithUnseenWords } from '@/lib/server/data/moderation/unseen-words';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Prisma } from '@/prisma/generated/client';
import { isStepOnBlindMark } from './blind-steps';
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

/** $1 a card, $2 who looks, $3 the essays that they read alone. */
const blindSteps = `SELECT e.id FROM card_event e WHERE e.card_id = $1::uuid
  AND ${isStepOnBlindMark('e', '$2::uuid', ({ essay }) => `${essay} = ANY($3::uuid[])`)}`;

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
  const alone = [...(await essaysAlone(viewer, group.id))];
  const isBlind = alone.length > 0;
  const values = [id, viewer.user?.id, alone];
  const blind = isBlind ? await query<{ id: string }>('blind-steps', blindSteps, values) : [];
  const shown = rows.filter((row) => !blind.some((step) => step.id === row.id));
  return shown.map(({ createdAt, undoesId, undoneBy, ...rest }) => ({
    ...rest,
    at: createdAt.toISOString(),
    undoes: undoesId,
    undoneBy: undoneBy?.id ?? null,
    ...(!moderates && { before: without('rationale', rest.before), after: without('rationale', rest.after) }),
    ...(isBlind && rest.verb === 'split' && { after: without('occurrences', rest.after) }),
    ...(unseen.has(rest.id) && { before: null, after: null, reason: '' }),
  }));
}

/**
 * A relation that was taken away lies in the history with its words, which may have been hidden; a split with its passages,
 * of which some may be unseen.
 */
const without = (name: 'rationale' | 'occurrences', part: Prisma.JsonValue): Prisma.JsonValue =>
  JSON.parse(JSON.stringify(part, (key, value) => (key === name ? undefined : value)));
