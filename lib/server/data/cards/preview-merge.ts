import 'server-only';
import type { MergePreview } from '@/lib/core/api/curation';
import { planMerge, type RowChanges } from '@/lib/core/crux/merge-plan';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { type CardPlace, cardFor } from './card-scope';
import { holdingsOf } from './holdings-of';
import { mergingOf } from './merge-cards';

/** What a merge would do, by the plan that it would follow; nothing is changed. */
export async function previewMerge(
  viewer: Viewer,
  place: CardPlace,
  { into: target, negated }: { into: string; negated: boolean },
): Promise<MergePreview> {
  const from = await cardFor(viewer, place, 'card.curate');
  const into = await cardFor(viewer, { group: from.group.id, card: target }, 'card.curate');
  const merging = await mergingOf(from, into, negated);
  const { occurrences, relations, positions, beliefs } = planMerge(
    merging,
    await holdingsOf([from.id, into.id]),
    [],
  );
  const people = await namesOf(positions.dropped.map(({ row }) => row.user));
  return {
    passages: counted(occurrences),
    relations: counted(relations),
    answers: counted(positions),
    beliefs: counted(beliefs),
    both: positions.dropped.flatMap(({ row }) => {
      const person = people.get(row.user);
      return person ? [{ person, counts: row.card === from.id ? ('into' as const) : ('from' as const) }] : [];
    }),
  };
}

const counted = <Row>({ changed, dropped }: RowChanges<Row>) => ({
  moved: changed.length,
  dropped: dropped.length,
});

async function namesOf(ids: readonly string[]) {
  const rows = await query<{ id: string; name: string }>(
    'names-of',
    'SELECT id, name FROM "user" WHERE id = ANY($1::uuid[]) ORDER BY name, id',
    [ids],
  );
  return new Map(rows.map((person) => [person.id, person]));
}
