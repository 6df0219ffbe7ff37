import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterMerge, afterUndo, anyHoldings, card, sorted } from './merge.fixture';
import { type Holdings, type MergePlan, planMerge } from './merge-plan';
import { planUndo, refuseUndo, type UndoSituation } from './undo-merge';

const merging = { from: card('a'), into: card('b'), negated: true };
const untouched = (live: Holdings): UndoSituation => ({ live, aliases: new Set(), merged: new Set() });

test.each([
  ['a fresh merge', 'canonical', null, null],
  ['one undone already', 'canonical', '2026-01-01T00:00:00.000Z', 'undone-already'],
  ['one whose card was merged in turn', 'merged', null, 'merged-since'],
] as const)('refuseUndo: %s', (_name, status, undoneAt, refusal) => {
  expect(refuseUndo({ status }, undoneAt)).toBe(refusal);
});

test('undoing an untouched merge restores every row and loses none', () => {
  fc.assert(
    fc.property(anyHoldings, fc.boolean(), (live, negated) => {
      const plan = planMerge({ ...merging, negated }, live, []);
      const merged = afterMerge(live, plan);
      const undo = planUndo(plan, untouched(merged));
      expect(sorted(afterUndo(merged, undo))).toEqual(sorted(live));
      expect(
        [undo.occurrences, undo.relations, undo.positions, undo.beliefs].map(({ lost }) => lost.length),
      ).toEqual([0, 0, 0, 0]);
    }),
    { numRuns: 300 },
  );
});

test('whatever happened since, every row of the plan comes back or is listed, and no place is taken twice', () => {
  fc.assert(
    fc.property(anyHoldings, anyHoldings, fc.func(fc.boolean()), (live, since, survives) => {
      const plan = planMerge(merging, live, []);
      // Some rows vanish, others come in that do not point to the merged card.
      const arrived = since.positions
        .filter((row) => row.card !== 'a')
        .map((row) => ({ ...row, id: `new${row.id}` }));
      const left = afterMerge(live, plan).positions.filter(({ id }) => survives(id));
      const positions = [
        ...left,
        ...arrived.filter((row) => !left.some((one) => one.card === row.card && one.user === row.user)),
      ];
      const now = { ...afterMerge(live, plan), positions };
      const undo = planUndo(plan, untouched(now));
      const { changed, dropped } = plan.positions;
      expect(undo.positions.restored.length + undo.positions.lost.length).toBe(
        changed.length + dropped.length,
      );
      const places = afterUndo(now, undo).positions.map((row) => `${row.card} ${row.user}`);
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 300 },
  );
});

describe('what cannot come back', () => {
  const position = (id: string, on: string, day: number) => ({
    id,
    card: on,
    user: 'u',
    credence: 30,
    created: `2026-01-0${day}T00:00:00.000Z`,
    version: 1,
    inheritedFrom: null,
  });
  const live: Holdings = {
    occurrences: [],
    relations: [
      { id: 'kept', from: 'a', to: 'x', toRelation: null, type: 'supports', state: 'accepted' },
      { id: 'twin', from: 'b', to: 'x', toRelation: null, type: 'attacks', state: 'proposed' },
      { id: 'cut', from: 'y', to: null, toRelation: 'twin', type: 'undercuts', state: 'accepted' },
    ],
    positions: [position('earlier', 'b', 1), position('later', 'a', 2)],
    beliefs: [],
  };
  const plan: MergePlan = planMerge(merging, live, ['old', 'moved-on']);
  const merged = afterMerge(live, plan);

  test('a position that was confirmed since, nor the one whose place it holds', () => {
    const positions = merged.positions.map((row) => ({ ...row, inheritedFrom: null }));
    expect(planUndo(plan, untouched({ ...merged, positions })).positions).toEqual({
      restored: [],
      lost: [
        { row: live.positions[1], because: 'changed-since' },
        { row: live.positions[0], because: 'place-taken' },
      ],
    });
  });

  test('a relation whose other card was merged since, nor what undercut it', () => {
    const undo = planUndo(plan, { ...untouched(merged), merged: new Set(['x']) });
    expect(undo.relations.restored).toEqual([]);
    expect(undo.relations.lost.map(({ row, because }) => [row.id, because])).toEqual([
      ['kept', 'card-merged'],
      ['twin', 'card-merged'],
      ['cut', 'target-gone'],
    ]);
  });

  test('a redirect that leads elsewhere now', () => {
    expect(planUndo(plan, { ...untouched(merged), aliases: new Set(['old']) }).repointed).toEqual(['old']);
  });
});
