import 'server-only';
import type { Belief } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { invalid, notFound } from '@/lib/core/api/problem';
import { readBelief } from '@/lib/core/crux/joint-belief';
import { db, transaction } from '@/lib/server/data/database';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { tellOfAnswer } from './card-events';
import { type CardPlace, type CardScope, cardFor, demandOpen, lockedCardFor } from './card-scope';

const shown = { cruxId: true, targetId: true, ifTrue: true, ifFalse: true, strength: true } as const;

interface Row {
  cruxId: string;
  targetId: string;
  ifTrue: number | null;
  ifFalse: number | null;
  strength: number | null;
}

const toBelief = ({ cruxId, targetId, ...rest }: Row): Belief => ({
  crux: cruxId,
  target: targetId,
  ...rest,
});

/** The viewer's conditional beliefs in which the card is the crux or the target. */
export async function listBeliefs(viewer: Viewer, place: CardPlace): Promise<Belief[]> {
  const { id } = await cardFor(viewer, place, 'card.read');
  const rows = await db().conditionalBelief.findMany({
    where: { userId: userIdOf(viewer), OR: [{ cruxId: id }, { targetId: id }] },
    select: shown,
    orderBy: [{ cruxId: 'asc' }, { targetId: 'asc' }],
  });
  return rows.map(toBelief);
}

type Answer = Input<'PUT /groups/{group}/cards/{card}/beliefs/{target}'>['body'];

/**
 * What the viewer would believe of the target if the card were true, and if it were false. Answers that cannot all
 * hold come back with the reason and are not kept: 422 `incoherent`. Both cards must be open: 409 `settled`.
 */
export async function setBelief(
  viewer: Viewer,
  place: CardPlace & { target: string },
  answer: Answer,
): Promise<Belief> {
  return transaction(async () => {
    const { key, crux, target } = await linkOf(viewer, place);
    demandOpen(crux);
    demandOpen(target);
    const given = { ifTrue: null, ifFalse: null, strength: null, ...answer };
    await refuseIncoherent(key, given);
    const { userId, cruxId, targetId } = key;
    await db().$executeRaw`
      INSERT INTO conditional_belief AS b (user_id, crux_id, target_id, if_true, if_false, strength)
      VALUES (${userId}::uuid, ${cruxId}::uuid, ${targetId}::uuid, ${given.ifTrue}, ${given.ifFalse}, ${given.strength})
      ON CONFLICT (user_id, crux_id, target_id) DO UPDATE
      SET if_true = excluded.if_true, if_false = excluded.if_false, strength = excluded.strength, changed_at = now()`;
    await tellOfAnswer({ id: cruxId, group: crux.group.id }, 'belief');
    return toBelief({ cruxId, targetId, ...given });
  });
}

export async function dropBelief(viewer: Viewer, place: CardPlace & { target: string }): Promise<void> {
  await transaction(async () => {
    const { key, crux } = await linkOf(viewer, place);
    await db().conditionalBelief.deleteMany({ where: key });
    await tellOfAnswer({ id: crux.id, group: crux.group.id }, 'belief');
  });
}

/** A belief stands on an arrow: the card is said to be a crux for the target, and nobody rejected that. */
async function linkOf(viewer: Viewer, place: CardPlace & { target: string }) {
  const crux = await lockedCardFor(viewer, place, 'position.take');
  const target: CardScope = await cardFor(viewer, { group: place.group, card: place.target }, 'card.read');
  const link = await db().relation.findFirst({
    where: { fromId: crux.id, toId: target.id, type: 'crux-for', state: { not: 'rejected' } },
    select: { id: true },
  });
  if (!link) throw notFound();
  return { key: { userId: userIdOf(viewer), cruxId: crux.id, targetId: target.id }, crux, target };
}

async function refuseIncoherent(
  { userId, cruxId, targetId }: Awaited<ReturnType<typeof linkOf>>['key'],
  answer: Pick<Row, 'ifTrue' | 'ifFalse' | 'strength'>,
): Promise<void> {
  const own = await db().position.findMany({
    where: { userId, cardId: { in: [cruxId, targetId] }, supersededAt: null },
    select: { cardId: true, credence: true },
  });
  const of = (card: string) => own.find(({ cardId }) => cardId === card)?.credence ?? null;
  const strength = answer.strength as 0 | 1 | 2 | 3 | null;
  const reading = readBelief({ ...answer, strength, crux: of(cruxId), target: of(targetId) });
  if (reading.kind === 'incoherent')
    throw invalid('incoherent', 'These numbers cannot all hold. Nothing was saved.', {
      explanation: reading.explanation,
    });
}
