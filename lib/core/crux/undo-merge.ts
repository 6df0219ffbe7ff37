import type { CardStatus } from '@/lib/core/api/card-schemas';
import type { BeliefRow, OccurrenceRow, PositionRow, RelationRow } from './holdings';
import type { Holdings, MergePlan, RowChanges } from './merge-plan';

/** Why a row cannot go back to where it was before the merge. */
export type UndoObstacle =
  /** Somebody changed, confirmed or replaced it since. */
  | 'changed-since'
  /** Another row stands where it stood. */
  | 'place-taken'
  /** The card at its other end was merged since. */
  | 'card-merged'
  /** The relation that it undercut does not come back. */
  | 'target-gone';

export interface RowsBack<Row> {
  /** `now` is the live row that turns back into `back`; null where the merge had dropped it. */
  restored: { now: Row | null; back: Row }[];
  lost: { row: Row; because: UndoObstacle }[];
}

/** What undoing a merge does to each row; rows made since on the surviving card stay there. */
export interface UndoPlan {
  occurrences: RowsBack<OccurrenceRow>;
  relations: RowsBack<RelationRow>;
  positions: RowsBack<PositionRow>;
  beliefs: RowsBack<BeliefRow>;
  /** Cards whose redirect leads to the card that comes back, as before. */
  repointed: string[];
}

/** How things stand when somebody wants a merge undone. */
export interface UndoSituation {
  /** Every live row that points to the surviving card, or to a row of the plan. */
  live: Holdings;
  /** Cards that redirect to the surviving card now. */
  aliases: ReadonlySet<string>;
  /** Cards that are merged now, but for the one that comes back. */
  merged: ReadonlySet<string>;
}

/** Why a merge cannot be undone, or null. When the surviving card was merged in turn, that has to be undone first. */
export function refuseUndo(into: { status: CardStatus }, undoneAt: string | null) {
  if (undoneAt !== null) return 'undone-already';
  return into.status === 'merged' ? 'merged-since' : null;
}

/** Restores everything that was not touched since, and lists what it cannot restore. */
export function planUndo(plan: MergePlan, { live, aliases, merged }: UndoSituation): UndoPlan {
  const isOpen = (...cards: (string | null)[]) => cards.every((card) => card === null || !merged.has(card));
  return {
    occurrences: rowsBack(plan.occurrences, live.occurrences, {
      idOf: ({ id }) => id,
      placeOf: ({ card, annotation, role }) => `${card} ${annotation} ${role}`,
      isOpen: ({ card }) => isOpen(card),
    }),
    relations: withTargets(
      rowsBack(plan.relations, live.relations, {
        idOf: ({ id }) => id,
        placeOf: ({ from, to, toRelation, type }) => `${from} ${to} ${toRelation} ${type}`,
        isOpen: ({ from, to }) => isOpen(from, to),
      }),
      live.relations,
    ),
    positions: rowsBack(plan.positions, live.positions, {
      idOf: ({ id }) => id,
      placeOf: ({ card, user }) => `${card} ${user}`,
      isOpen: ({ card }) => isOpen(card),
    }),
    beliefs: rowsBack(plan.beliefs, live.beliefs, {
      idOf: beliefId,
      placeOf: beliefId,
      isOpen: ({ crux, target }) => isOpen(crux, target),
    }),
    repointed: plan.repointed.filter((card) => aliases.has(card)),
  };
}

const beliefId = ({ user, crux, target }: BeliefRow) => `${user} ${crux} ${target}`;

interface RowKind<Row> {
  idOf: (row: Row) => string;
  /** What no two live rows share. */
  placeOf: (row: Row) => string;
  isOpen: (row: Row) => boolean;
}

function rowsBack<Row extends object>(
  { changed, dropped }: RowChanges<Row>,
  live: readonly Row[],
  { idOf, placeOf, isOpen }: RowKind<Row>,
): RowsBack<Row> {
  const back: RowsBack<Row> = { restored: [], lost: [] };
  const byId = new Map(live.map((row) => [idOf(row), row]));
  const taken = new Map(live.map((row) => [placeOf(row), idOf(row)]));

  const untouched = changed.filter(({ before, after }) => {
    const now = byId.get(idOf(after));
    if (now === undefined || !isSame(now, after)) back.lost.push({ row: before, because: 'changed-since' });
    else if (!isOpen(before)) back.lost.push({ row: before, because: 'card-merged' });
    else return true;
    return false;
  });
  for (const { after } of untouched) taken.delete(placeOf(after));
  const goesBack = (now: Row | null, row: Row) => {
    if (taken.has(placeOf(row))) return void back.lost.push({ row, because: 'place-taken' });
    taken.set(placeOf(row), idOf(row));
    back.restored.push({ now, back: row });
  };
  for (const { before, after } of untouched) goesBack(after, before);
  for (const { row } of dropped) {
    if (isOpen(row)) goesBack(null, row);
    else back.lost.push({ row, because: 'card-merged' });
  }
  return back;
}

const isSame = <Row extends object>(a: Row, b: Row) =>
  (Object.keys(b) as (keyof Row)[]).every((key) => a[key] === b[key]);

/** What undercuts a relation that does not come back and is not live stays away too, and what undercuts that. */
function withTargets(
  { restored, lost }: RowsBack<RelationRow>,
  live: readonly RelationRow[],
): RowsBack<RelationRow> {
  const alive = new Set(live.map(({ id }) => id));
  const gone = new Set(lost.flatMap(({ row }) => (alive.has(row.id) ? [] : [row.id])));
  const orphans = restored.filter(({ back }) => back.toRelation !== null && gone.has(back.toRelation));
  if (orphans.length === 0) return { restored, lost };
  const rest = restored.filter((one) => !orphans.includes(one));
  const because = 'target-gone';
  return withTargets(
    { restored: rest, lost: [...lost, ...orphans.map(({ back }) => ({ row: back, because }) as const)] },
    live,
  );
}
