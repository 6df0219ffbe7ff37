import 'server-only';
import { db, query, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import type { PlannedCards } from './card-rows';

/** Everything of cards at once: a group has as many as people can curate. */
export async function writeCards(viewer: Viewer, group: string, planned: PlannedCards): Promise<void> {
  const skipDuplicates = true;
  await transaction(async (tx) => {
    await lockedGroupFor(viewer, group, 'corpus.import');
    const cards = await numbered(group, planned.cards);
    const [merged, standing] = [true, false].map((is) =>
      cards.filter((one) => (one.status === 'merged') === is),
    );
    await tx.card.createMany({ data: standing!, skipDuplicates });
    await tx.card.createMany({ data: merged!, skipDuplicates });
    await tx.cardRevision.createMany({ data: planned.revisions, skipDuplicates });
    await tx.cardEvent.createMany({ data: planned.events, skipDuplicates });
    await tx.occurrence.createMany({ data: planned.occurrences, skipDuplicates });
    const [undercuts, arrows] = [true, false].map((is) =>
      planned.relations.filter((one) => (one.type === 'undercuts') === is),
    );
    await tx.relation.createMany({ data: arrows!, skipDuplicates });
    for (
      let [some, rest] = await onRelations(undercuts!);
      some.length > 0;
      [some, rest] = await onRelations(rest)
    )
      await tx.relation.createMany({ data: some, skipDuplicates });
    await supersede(planned.positions);
    await tx.position.createMany({ data: planned.positions, skipDuplicates });
    await tx.conditionalBelief.createMany({ data: planned.beliefs, skipDuplicates });
  });
}

/** With the next number where the file's own is taken. */
async function numbered(group: string, cards: PlannedCards['cards']): Promise<PlannedCards['cards']> {
  const rows = await db().card.findMany({ where: { groupId: group }, select: { number: true } });
  const taken = new Set(rows.map(({ number }) => number));
  let last = Math.max(0, ...taken, ...cards.map(({ number }) => number));
  return cards.map((card) => {
    const number = taken.has(card.number) || card.number < 1 ? ++last : card.number;
    taken.add(number);
    return { ...card, number };
  });
}

/** What somebody said in an earlier file is no longer what they think. */
async function supersede(positions: PlannedCards['positions']): Promise<void> {
  const live = positions.filter(({ supersededAt }) => supersededAt === null);
  await query(
    'supersede-imported',
    `UPDATE position p SET superseded_at = greatest(new.at, p.created_at)
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS new (card, person, at)
     WHERE p.card_id = new.card AND p.user_id = new.person AND p.superseded_at IS NULL`,
    [
      live.map(({ cardId }) => cardId),
      live.map(({ userId }) => userId),
      live.map(({ createdAt }) => createdAt),
    ],
  );
}

type Relations = PlannedCards['relations'];

/**
 * Those whose relation is there by now, as another of the same kind between the same cards may stand in its place; and the
 * rest, of which some undercut them.
 */
async function onRelations(undercuts: Relations): Promise<[ready: Relations, rest: Relations]> {
  const rows = await query<{ id: string }>(
    'relations-there',
    'SELECT id FROM relation WHERE id = ANY($1::uuid[])',
    [undercuts.map(({ toRelationId }) => toRelationId)],
  );
  const there = new Set(rows.map(({ id }) => id));
  const isReady = ({ toRelationId }: Relations[number]) => there.has(toRelationId ?? '');
  return [undercuts.filter(isReady), undercuts.filter((one) => !isReady(one))];
}
