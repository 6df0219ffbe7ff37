import fc from 'fast-check';
import type { Strength } from './holdings';
import type { Holdings, MergePlan, MergingCard, RowChanges } from './merge-plan';
import type { RowsBack, UndoPlan } from './undo-merge';

/** Two cards to be merged, `a` into `b`, and two others. */
const cardIds = ['a', 'b', 'x', 'y'];

export const card = (id: string, over: Partial<MergingCard> = {}): MergingCard => ({
  id,
  group: 'g',
  kind: 'crux',
  status: 'canonical',
  version: 3,
  ...over,
});

const cardId = fc.constantFrom(...cardIds);
const percent = fc.option(fc.integer({ min: 0, max: 100 }));
const day = fc.integer({ min: 1, max: 5 }).map((number) => `2026-01-0${number}T00:00:00.000Z`);
const user = fc.constantFrom('u1', 'u2', 'u3');

const distinct = <Row>(row: fc.Arbitrary<Row>, placeOf: (row: Row) => string) =>
  fc.uniqueArray(row, { maxLength: 12, selector: placeOf });

const numbered = <Row extends object>(rows: Row[], letter: string) =>
  rows.map((row, i) => ({ id: `${letter}${i}`, ...row }));

const occurrences = distinct(
  fc.record({
    card: cardId,
    annotation: fc.constantFrom('n1', 'n2', 'n3'),
    role: fc.constantFrom('states', 'supports', 'opposes', 'mentions'),
  }),
  ({ card, annotation, role }) => `${card} ${annotation} ${role}`,
).map((rows) => numbered(rows, 'o'));

const positions = distinct(
  fc.record({ card: cardId, user, credence: percent, created: day }),
  ({ card, user }) => `${card} ${user}`,
).map((rows) => numbered(rows, 'p').map((row) => ({ ...row, version: 1, inheritedFrom: null })));

const beliefs = distinct(
  fc.record({
    user,
    crux: cardId,
    target: cardId,
    ifTrue: percent,
    ifFalse: percent,
    strength: fc.option(fc.constantFrom<Strength>(0, 1, 2, 3)),
    changed: day,
  }),
  ({ user, crux, target }) => `${user} ${crux} ${target}`,
).map((rows) => rows.filter(({ crux, target }) => crux !== target));

const state = fc.constantFrom('proposed', 'accepted', 'rejected');
const arrows = distinct(
  fc.record({
    from: cardId,
    to: cardId,
    type: fc.constantFrom('supports', 'attacks', 'crux-for', 'leads-to', 'mitigates'),
    state,
  }),
  ({ from, to, type }) => `${from} ${to} ${type}`,
).map((rows) =>
  rows
    .filter(({ from, to }) => from !== to)
    .filter(({ from, to, type, state }, _i, all) => {
      const isOpposed = (other: (typeof all)[number]) =>
        other.from === from && other.to === to && other.type === 'attacks' && other.state !== 'rejected';
      return !(type === 'supports' && state !== 'rejected' && all.some(isOpposed));
    }),
);
const undercuts = fc.uniqueArray(fc.record({ from: cardId, target: fc.nat(11), state }), {
  maxLength: 4,
  selector: ({ from, target }) => `${from} ${target}`,
});
const relations = fc.tuple(arrows, undercuts).map(([rows, cuts]) => {
  const drawn = numbered(rows, 'r').map((row) => ({ ...row, toRelation: null }));
  const cutting = cuts
    .filter(({ target }) => target < drawn.length)
    .map(({ from, target, state }) => ({
      from,
      to: null,
      toRelation: `r${target}`,
      type: 'undercuts',
      state,
    }));
  return [...drawn, ...numbered(cutting, 'c')];
});

/** Live rows as the database would hold them: unique where it says so. */
export const anyHoldings = fc.record({
  occurrences,
  relations,
  positions,
  beliefs,
}) as fc.Arbitrary<Holdings>;

const kinds = ['occurrences', 'relations', 'positions', 'beliefs'] as const;

/** The live rows after a merge. */
export function afterMerge(live: Holdings, plan: MergePlan): Holdings {
  const apply = <Row>(rows: Row[], { changed, dropped }: RowChanges<Row>) => [
    ...rows.filter(
      (row) => !dropped.some((one) => one.row === row) && !changed.some((one) => one.before === row),
    ),
    ...changed.map(({ after }) => after),
  ];
  return forEachKind((kind) => apply(live[kind] as object[], plan[kind] as RowChanges<object>));
}

/** The live rows after a merge was undone. */
export function afterUndo(live: Holdings, plan: UndoPlan): Holdings {
  const apply = <Row>(rows: Row[], { restored }: RowsBack<Row>) => [
    ...rows.filter((row) => !restored.some(({ now }) => now !== null && sameRow(now, row))),
    ...restored.map(({ back }) => back),
  ];
  return forEachKind((kind) => apply(live[kind] as object[], plan[kind] as RowsBack<object>));
}

const forEachKind = (rowsOf: (kind: (typeof kinds)[number]) => object[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, rowsOf(kind)])) as unknown as Holdings;

const sameRow = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Holdings whose rows can be compared whatever their order. */
export const sorted = (live: Holdings) =>
  forEachKind((kind) =>
    [...(live[kind] as object[])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );
