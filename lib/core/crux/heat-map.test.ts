import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heatMap } from './heat-map';
import { opinionGroups } from './opinion-groups';
import { agreement, pairwiseAgreement } from './pairwise-agreement';
import { principalComponents } from './principal-components';
import type { CountedPosition } from './ranking';

/** Rows of credences by person; null is "no view". */
const positions = (rows: Record<string, (number | null)[]>): CountedPosition[] =>
  Object.entries(rows).flatMap(([user, credences]) =>
    credences.map((credence, i) => ({ card: `c${i}`, user, credence })),
  );

describe('principal components', () => {
  test.each([
    [
      'points on a line',
      [
        [0, 0],
        [1, 2],
        [2, 4],
      ],
      [0.4472, 0.8944],
      1,
    ],
    [
      'a falling line points to where its heaviest column grows',
      [
        [0, 4],
        [1, 2],
        [2, 0],
      ],
      [-0.4472, 0.8944],
      1,
    ],
    [
      'the wider of two axes',
      [
        [3, 0],
        [-3, 0],
        [0, 1],
        [0, -1],
      ],
      [1, 0],
      0.9,
    ],
    [
      'all the same',
      [
        [1, 2],
        [1, 2],
      ],
      [0, 0],
      0,
    ],
    [
      'a symmetric cloud',
      [
        [2, 1],
        [1, 2],
        [-2, -1],
        [-1, -2],
      ],
      [Math.SQRT1_2, Math.SQRT1_2],
      0.9,
    ],
  ])('%s', (_name, rows, direction, share) => {
    const { loadings, explained } = principalComponents(rows, 1);
    loadings[0]!.forEach((weight, i) => {
      expect(weight).toBeCloseTo(direction[i]!, 3);
    });
    expect(explained[0]).toBeCloseTo(share, 3);
  });

  test('stand at right angles, and together explain no more than there is', () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 10 }), (rows) => {
        const { loadings, explained } = principalComponents(rows, 2);
        const product = loadings[0]!.reduce((total, weight, i) => total + weight * loadings[1]![i]!, 0);
        expect(product).toBeCloseTo(0, 5);
        expect(explained[0]! + explained[1]!).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('the heat map', () => {
  test('puts side by side who answers alike, and cards that go together', () => {
    const map = heatMap(
      positions({
        ann: [90, 10, 80, 50],
        ben: [10, 90, 20, 50],
        cat: [80, 20, 90, 50],
        dan: [20, 80, 10, 50],
      }),
    );
    expect(map.people.map((user) => user[0]).join('')).toMatch(/^([ac]{2}[bd]{2}|[bd]{2}[ac]{2})$/);
    expect(map.cards.join(' ')).toMatch(/^(c1 c3 c[02] c[02]|c[02] c[02] c3 c1)$/);
    expect(map.explained).toBeGreaterThan(0.9);
  });

  test('shows neither people nor cards without a number, and leaves gaps empty', () => {
    const { people, cards, cells } = heatMap(
      positions({ ann: [50, null, null], ben: [null, 20, null], cat: [null] }),
    );
    expect([...people].sort()).toEqual(['ann', 'ben']);
    expect([...cards].sort()).toEqual(['c0', 'c1']);
    expect(cells[people.indexOf('ann')]![cards.indexOf('c1')]).toBeNull();
  });

  test('of nothing is empty', () => {
    expect(heatMap([])).toEqual({ people: [], cards: [], cells: [], explained: 0 });
  });

  test('holds every credence in its cell, however rows arrive', () => {
    const row = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const given = positions(Object.fromEntries(rows.map((credences, i) => [`u${i}`, credences])));
        const map = heatMap(given);
        for (const { user, card, credence } of given) {
          if (credence === null) continue;
          expect(map.cells[map.people.indexOf(user)]![map.cards.indexOf(card)]).toBe(credence);
        }
        expect(heatMap([...given].reverse())).toEqual(map);
      }),
    );
  });
});

describe('agreement', () => {
  test.each([
    ['the same answers', [10, 90], [10, 90], 1, 2],
    ['opposite ones', [0, 100], [100, 0], 0, 2],
    ['30 points apart on the one card they share', [50, null, 20], [80, 10, null], 0.7, 1],
    ['nothing shared', [50, null], [null, 50], null, 0],
  ])('%s', (_name, one, other, value, n) => {
    expect(agreement(one, other)).toEqual({ value, n });
  });

  test('of everybody with everybody is symmetric', () => {
    const table = pairwiseAgreement({
      cells: [
        [10, 50],
        [90, null],
        [20, 70],
      ],
    });
    expect(table[0]![2]).toEqual(table[2]![0]);
    expect(table[1]![1]).toEqual({ value: 1, n: 1 });
  });
});

describe('opinion groups', () => {
  /** People who answer `low` or `high` by turns over the cards, each a little otherwise. */
  const camp = (name: string, size: number, answers: number[]) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, i) => [
        `${name}${i}`,
        answers.map((credence, card) => credence + ((i * 7 + card * 3) % 10)),
      ]),
    );
  const one = [80, 80, 10, 10, 80, 10, 80];
  const other = one.map((credence) => 90 - credence);

  test('are found where there are two', () => {
    const found = opinionGroups(positions({ ...camp('a', 9, one), ...camp('b', 6, other) }));
    if (found.kind !== 'groups') throw new Error(found.kind);
    expect(found.groups.map((users) => users.map((user) => user[0]).join(''))).toEqual([
      'aaaaaaaaa',
      'bbbbbb',
    ]);
    expect(found.silhouette).toBeGreaterThan(0.8);
  });

  test.each([
    ['14 people', positions({ ...camp('a', 8, one), ...camp('b', 6, other) }), { people: 14, cards: 7 }],
    [
      '6 shared cards',
      positions({ ...camp('a', 9, one.slice(1)), ...camp('b', 6, other.slice(1)) }),
      { people: 0, cards: 6 },
    ],
    [
      'one of 15 has answered only 6',
      positions({ ...camp('a', 9, one), ...camp('b', 5, other), c: other.slice(1) }),
      { people: 14, cards: 7 },
    ],
    ['nobody', [], { people: 0, cards: 0 }],
  ])('are not looked for with %s', (_name, given, found) => {
    expect(opinionGroups(given)).toEqual({
      kind: 'too-little-data',
      ...found,
      needed: { people: 15, cards: 7 },
    });
  });

  test('are not shown where all stand in one place', () => {
    const same = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`u${i}`, one]));
    expect(opinionGroups(positions(same))).toEqual({ kind: 'no-clear-groups', silhouette: 0 });
  });

  test('hold everybody who took part once, and never show an unclear split', () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 15, maxLength: 30 }), (rows) => {
        const found = opinionGroups(
          positions(Object.fromEntries(rows.map((credences, i) => [`u${i}`, credences]))),
        );
        if (found.kind === 'too-little-data') throw new Error('there is enough');
        if (found.kind === 'no-clear-groups') expect(found.silhouette).toBeLessThan(0.25);
        else {
          expect(found.silhouette).toBeGreaterThanOrEqual(0.25);
          expect(found.groups.flat().sort()).toEqual(rows.map((_, i) => `u${i}`).sort());
        }
      }),
      { numRuns: 50 },
    );
  });
});
