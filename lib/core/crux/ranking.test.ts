import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreLink } from './link-score';
import { loadsFrom, rootQuestions } from './load';
import { quadrantOf } from './quadrant';
import { type CountedBelief, type CountedPosition, rankCards } from './ranking';

describe('what settling a crux would do to a disagreement', () => {
  const belief = (crux: number, ifTrue: number, ifFalse: number) => ({
    crux,
    ifTrue,
    ifFalse,
    target: crux * ifTrue + (1 - crux) * ifFalse,
    estimated: false,
  });

  test('a perfect double crux removes all of it', () => {
    // Both believe the same of the target in either world: only the crux divides them, at 82 % and 18 %.
    const { resolves, share, shift } = scoreLink([belief(0.9, 0.9, 0.1), belief(0.1, 0.9, 0.1)]);
    expect(resolves).toBeCloseTo(1 - 0.68008, 4);
    expect(share).toBeGreaterThan(0);
    expect(shift).toBeCloseTo(0.144, 9);
  });

  test('an idle disagreement removes nothing', () => {
    expect(scoreLink([belief(0.9, 0.8, 0.8), belief(0.1, 0.2, 0.2)])).toMatchObject({ share: 0 });
    expect(scoreLink([belief(0.9, 0.8, 0.8), belief(0.1, 0.2, 0.2)]).resolves).toBeCloseTo(0, 9);
  });

  test('a backfire is negative: they agree, and would react oppositely', () => {
    expect(scoreLink([belief(0.5, 0.9, 0.1), belief(0.5, 0.1, 0.9)]).resolves).toBeCloseTo(-0.531, 3);
  });

  test('nobody’s beliefs score nothing', () => {
    expect(scoreLink([])).toEqual({ share: 0, resolves: 0, shift: 0, k: 0, estimated: false });
  });
});

describe('load', () => {
  const arrows = (drawn: string) =>
    drawn.split(' ').map((arrow) => {
      const [from, to, share] = arrow.split(/[>:]/) as [string, string, string];
      return { from, to, share: Number(share) };
    });

  test.each([
    ['a crux of the root', 'a>r:.5', { a: 0.5 }],
    ['importance flows down', 'a>r:.5 b>a:.4', { a: 0.5, b: 0.2 }],
    ['several targets by noisy-or', 'a>r:.5 b>r:.5 c>a:.4 c>b:.4', { a: 0.5, b: 0.5, c: 0.36 }],
    ['two roots', 'a>r:.5 a>q:.5', { a: 0.75 }],
    ['what leads to no root bears nothing', 'a>r:.5 m>n:.9 n>m:.9', { a: 0.5, m: 0, n: 0 }],
    ['in a circle only the way to the root counts', 'a>r:.5 b>a:.5 a>b:.5', { a: 0.5, b: 0.25 }],
    ['a circle passes on what it bears', 'a>r:.5 b>a:.5 a>b:.5 c>b:.4', { a: 0.5, b: 0.25, c: 0.1 }],
    ['a crux that is a root matters fully', 'q>r:.3 a>q:.5', { q: 0.3, a: 0.5 }],
    ['a card is no crux for itself', 'a>a:.9 a>r:.5', { a: 0.5 }],
  ])('%s', (_name, drawn, expected) => {
    const loads = loadsFrom(new Set(['r', 'q']), arrows(drawn));
    for (const [card, load] of Object.entries(expected)) expect(loads.get(card) ?? 0).toBeCloseTo(load, 9);
  });

  const name = fc.constantFrom('r', 'a', 'b', 'c', 'd', 'e');
  const graph = fc.uniqueArray(
    fc.record({ from: name, to: name, share: fc.integer({ min: 0, max: 100 }).map((n) => n / 100) }),
    { selector: ({ from, to }) => `${from} ${to}`, maxLength: 25 },
  );

  test('lies between 0 and 1 and does not depend on the order of arrows, whatever the circles', () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const roots = new Set(['r']);
        const loads = loadsFrom(roots, drawn);
        const reversed = loadsFrom(roots, [...drawn].reverse());
        for (const [card, load] of loads) {
          expect(load).toBeGreaterThanOrEqual(0);
          expect(load).toBeLessThanOrEqual(1);
          expect(reversed.get(card)).toBeCloseTo(load, 9);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('flows down a chain of 5,000 cards', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => ({ from: `${i + 1}`, to: `${i}`, share: 1 }));
    expect(loadsFrom(new Set(['0']), chain).get('5000')).toBe(1);
  });

  test('begins, where no root is chosen, at what is a crux for nothing', () => {
    expect([...rootQuestions(arrows('a>r:.5 b>a:.5 c>q:.5'))]).toEqual(['r', 'q']);
  });
});

describe('the ranking', () => {
  const members = ['ann', 'ben', 'cat', 'dan'];
  const positions = (card: string, credences: (number | null)[]): CountedPosition[] =>
    credences.map((credence, i) => ({ card, user: members[i]!, credence }));
  const beliefs = (crux: string, answers: Partial<CountedBelief>): CountedBelief[] =>
    members.map((user) => ({
      user,
      crux,
      target: 'thesis',
      ifTrue: null,
      ifFalse: null,
      strength: null,
      ...answers,
    }));
  const given = {
    cards: ['thesis', 'vital', 'idle', 'agreed', 'silent'],
    roots: new Set(['thesis']),
    positions: [
      ...positions('thesis', [70, 70, 30, 30]),
      ...positions('vital', [90, 80, 20, 10]),
      ...positions('idle', [90, 90, 10, 10]),
      ...positions('agreed', [50, 50, 50, 50]),
      ...positions('silent', [null]),
    ],
    beliefs: [
      ...beliefs('vital', { strength: 3 }),
      ...beliefs('idle', { strength: 0 }),
      ...beliefs('agreed', { strength: 0 }),
    ],
  };

  test('puts first what divides and bears, then what is not known yet, then what is settled or idle', () => {
    const ranked = rankCards(given);
    expect(ranked.map(({ card }) => card)).toEqual(['vital', 'thesis', 'silent', 'idle', 'agreed']);
    expect(ranked.map(quadrantFor)).toEqual(['talk about this', 'park', 'park', 'idle quarrel', 'park']);
  });
  const quadrantFor = ({ contested, load }: { contested: number; load: number | null }) =>
    quadrantOf({ contested, load: load ?? 0 });

  test('counts ranks without gaps, and gives none to what is not known yet', () => {
    const hushed = { ...given, positions: given.positions.filter(({ card }) => card !== 'idle') };
    const ranks = (input: typeof given) => rankCards(input).map(({ card, rank }) => `${rank ?? '–'} ${card}`);
    expect(ranks(given)).toEqual(['1 vital', '– thesis', '– silent', '2 idle', '3 agreed']);
    expect(ranks(hushed)).toEqual(['1 vital', '– thesis', '– idle', '– silent', '2 agreed']);
  });

  test('shows what a rank comes from', () => {
    const [vital, thesis, silent, , agreed] = rankCards(given);
    expect(vital).toMatchObject({ n: 4, k: 4, estimated: true, isRoot: false, mean: 50 });
    expect(vital!.priority).toBeCloseTo(Math.sqrt(vital!.contested * vital!.load!), 12);
    expect(vital!.links).toMatchObject([{ target: 'thesis', k: 4, incoherent: 0, incomplete: 0 }]);
    expect(thesis).toMatchObject({ isRoot: true, load: null, resolves: null, k: 0, links: [] });
    expect(agreed).toMatchObject({ contested: 0, priority: 0 });
    expect(silent).toMatchObject({ n: 0, mean: null });
  });

  test('puts a card that is contested, while nobody said what rests on it, before one that all agree about', () => {
    const cards = rankCards({
      ...given,
      cards: ['agreed', 'asked', 'thesis'],
      positions: [...given.positions, ...positions('asked', [90, 10])],
      beliefs: beliefs('agreed', { strength: 3 }),
    });
    expect(cards.map(({ card }) => card)).toEqual(['asked', 'thesis', 'agreed']);
    expect(cards.map(({ load }) => load === null)).toEqual([true, true, false]);
  });

  test('counts answers that cannot hold, and uses none of them', () => {
    const wrong = { ...given, beliefs: beliefs('vital', { ifTrue: 100, ifFalse: 99 }) };
    const { links, load } = rankCards(wrong).find(({ card }) => card === 'vital')!;
    expect(load).toBeNull();
    expect(links).toMatchObject([{ incoherent: 4, k: 0, share: 0 }]);
  });

  test('is the same however rows arrive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(given.positions, { minLength: given.positions.length }), (shuffled) => {
        const turned = { ...given, cards: [...given.cards].reverse(), positions: shuffled };
        expect(rankCards(turned).map(({ card }) => card)).toEqual(rankCards(given).map(({ card }) => card));
      }),
    );
  });
});

test.each([
  [0.2, 0.2, 'talk about this'],
  [0.1, 0.1, 'talk about this'],
  // As the figures say, that people read.
  [0.095, 0.096, 'talk about this'],
  [0.094, 0.2, 'settled but vital'],
  [0.05, 0.2, 'settled but vital'],
  [0.2, 0.05, 'idle quarrel'],
  [0, 0, 'park'],
])('contested %d and load %d: %s', (contested, load, quadrant) => {
  expect(quadrantOf({ contested, load })).toBe(quadrant);
});
