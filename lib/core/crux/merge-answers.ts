import type { OccurrenceRole } from '@/lib/core/api/card-schemas';
import { grouped } from './grouped';
import type { BeliefRow, OccurrenceRow, PositionRow } from './holdings';
import type { DropReason, Merging, RowChanges } from './merge-plan';

/** What a passage that does this with a statement does with its negation. That it opposes it does not make it state the contrary. */
const negatedRole: Record<OccurrenceRole, OccurrenceRole> = {
  states: 'opposes',
  supports: 'opposes',
  opposes: 'supports',
  mentions: 'mentions',
};

/** Every passage of `from` becomes one of `into`, unless that has it in the same role. */
export function mergeOccurrences(
  rows: readonly OccurrenceRow[],
  { from, into, negated }: Merging,
): RowChanges<OccurrenceRow> {
  const place = (row: OccurrenceRow) =>
    row.card === from.id ? { ...row, card: into.id, role: negated ? negatedRole[row.role] : row.role } : row;
  return onePerPlace(rows, place, {
    keyOf: ({ card, annotation, role }) => `${card} ${annotation} ${role}`,
    timeOf: () => '',
    because: 'duplicate',
  });
}

/** What an answer to `from` says of `into`; an answer to another card stays as it is. */
export function carriedOver(row: PositionRow, { from, into, negated }: Merging): PositionRow {
  if (row.card !== from.id) return row;
  const credence = negated ? negatedCredence(row.credence) : row.credence;
  return { ...row, card: into.id, credence, version: into.version, inheritedFrom: from.id };
}

/** A person's later answer wins, also when it says "no view"; one that moves waits for their confirmation. */
export function mergePositions(rows: readonly PositionRow[], merging: Merging): RowChanges<PositionRow> {
  return onePerPlace(rows, (row) => carriedOver(row, merging), {
    keyOf: ({ card, user }) => `${card} ${user}`,
    timeOf: ({ created }) => created,
    because: 'older',
  });
}

/** As positions, with the card at either end; a belief between the two cards has no meaning any more. */
export function mergeBeliefs(
  rows: readonly BeliefRow[],
  { from, into, negated }: Merging,
): RowChanges<BeliefRow> {
  const isBetween = ({ crux, target }: BeliefRow) =>
    crux !== target && [crux, target].every((end) => end === from.id || end === into.id);
  const place = (row: BeliefRow) => {
    let { crux, target, ifTrue, ifFalse } = row;
    if (crux === from.id) {
      crux = into.id;
      if (negated) [ifTrue, ifFalse] = [ifFalse, ifTrue];
    }
    if (target === from.id) {
      target = into.id;
      if (negated) [ifTrue, ifFalse] = [negatedCredence(ifTrue), negatedCredence(ifFalse)];
    }
    return crux === row.crux && target === row.target ? row : { ...row, crux, target, ifTrue, ifFalse };
  };
  const changes = onePerPlace(
    rows.filter((row) => !isBetween(row)),
    place,
    {
      keyOf: ({ user, crux, target }) => `${user} ${crux} ${target}`,
      timeOf: ({ changed }) => changed,
      because: 'older',
    },
  );
  for (const row of rows.filter(isBetween)) changes.dropped.push({ row, because: 'self-relation' });
  return changes;
}

const negatedCredence = (credence: number | null) => (credence === null ? null : 100 - credence);

/** Puts every row in its place; of several in one place the latest stays, and of equals the one that was there. */
function onePerPlace<Row>(
  rows: readonly Row[],
  place: (row: Row) => Row,
  {
    keyOf,
    timeOf,
    because,
  }: { keyOf: (row: Row) => string; timeOf: (row: Row) => string; because: DropReason },
): RowChanges<Row> {
  const changes: RowChanges<Row> = { changed: [], dropped: [] };
  const placed = rows.map((before) => ({ before, after: place(before) }));
  for (const rivals of grouped(placed, ({ after }) => keyOf(after)).values()) {
    const winner = rivals.reduce((best, rival) => {
      const [a, b] = [timeOf(best.before), timeOf(rival.before)];
      return b > a || (b === a && best.before !== best.after && rival.before === rival.after) ? rival : best;
    });
    if (winner.before !== winner.after) changes.changed.push(winner);
    for (const { before } of rivals) {
      if (before !== winner.before) changes.dropped.push({ row: before, because });
    }
  }
  return changes;
}
