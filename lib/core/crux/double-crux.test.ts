import { describe, expect, test } from 'vitest';
import { findDoubleCruxes } from './double-crux';
import type { CountedBelief, CountedPosition } from './ranking';

/** Credences of Ann and Ben by card; `-` is "no view", a blank card was never answered. */
const positions = (rows: Record<string, [ann: number | '-' | null, ben: number | '-' | null]>) =>
  Object.entries(rows).flatMap(([card, answers]) =>
    answers.flatMap((answer, i): CountedPosition[] =>
      answer === null
        ? []
        : [{ card, user: i === 0 ? 'ann' : 'ben', credence: answer === '-' ? null : answer }],
    ),
  );
const belief = (user: string, crux: string, answers: Partial<CountedBelief>): CountedBelief => ({
  user,
  crux,
  target: 't',
  ifTrue: null,
  ifFalse: null,
  strength: null,
  ...answers,
});

const answered = positions({ t: [70, 30], c: [90, 10], d: [60, 40], e: [80, 20], f: [50, 50] });
const search = (beliefs: CountedBelief[], given = answered) =>
  findDoubleCruxes({
    users: ['ann', 'ben'],
    positions: given,
    beliefs,
    links: ['c', 'd', 'e'].map((from) => ({ from, to: 't' })),
  });

const bothMove = [
  belief('ann', 'c', { ifTrue: 75, ifFalse: 25 }),
  belief('ben', 'c', { ifTrue: 75, ifFalse: 25 }),
];

describe('two members', () => {
  test('find the card on which they differ and that would move both', () => {
    const { found, tooLittleData } = search(bothMove);
    expect(tooLittleData).toBe(false);
    expect(found).toEqual([{ card: 'c', target: 't', gap: 80, swings: [0.5, 0.5] }]);
  });

  test('find the best first', () => {
    const weaker = ['ann', 'ben'].map((user) => belief(user, 'e', { strength: 2 }));
    expect(search([...weaker, ...bothMove]).found.map(({ card }) => card)).toEqual(['c', 'e']);
  });

  test.each<[string, CountedBelief[]]>([
    ['it would move one of them only', [bothMove[0]!, belief('ben', 'c', { ifTrue: 35, ifFalse: 30 })]],
    ['one of them says "a little"', [bothMove[0]!, belief('ben', 'c', { strength: 1 })]],
    ['they differ by less than 30 points', ['ann', 'ben'].map((user) => belief(user, 'd', { strength: 3 }))],
  ])('find none where %s', (_name, beliefs) => {
    expect(search(beliefs).found).toEqual([]);
  });

  test('need no swing in points where they say "a lot" near certainty', () => {
    const near = positions({ t: [2, 3], c: [90, 10], d: [1, 1], e: [1, 1], f: [1, 1] });
    const says = ['ann', 'ben'].map((user) => belief(user, 'c', { strength: 2 }));
    expect(search(says, near).found).toMatchObject([{ card: 'c' }]);
  });
});

describe('too little data', () => {
  test('is said, with the cards that one of them has not answered', () => {
    const given = positions({ t: [70, 30], c: [90, 10], d: [60, null], e: [80, '-'], f: [null, 50] });
    expect(search(bothMove, given)).toMatchObject({
      tooLittleData: true,
      shared: 2,
      needed: 5,
      found: [],
      missing: [
        { user: 'ben', card: 'd', what: 'credence' },
        { user: 'ann', card: 'f', what: 'credence' },
      ],
    });
  });

  test('about what would move them is listed per person, and what cannot hold with its reason', () => {
    const { missing } = search([bothMove[0]!, belief('ben', 'c', { ifTrue: 90, ifFalse: 80 })]);
    expect(missing).toEqual([
      {
        user: 'ben',
        card: 'c',
        target: 't',
        what: 'incoherent',
        explanation: {
          because: 'mixture',
          crux: 10,
          stated: 30,
          implied: 81,
          nearest: { ifTrue: 84, ifFalse: 24 },
        },
      },
      { user: 'ann', card: 'e', target: 't', what: 'conditional' },
      { user: 'ben', card: 'e', target: 't', what: 'conditional' },
    ]);
  });

  test('about the target itself is noted, where somebody said what would follow', () => {
    const given = positions({ t: [70, null], c: [90, 10] });
    expect(search(bothMove, given).missing).toContainEqual({
      user: 'ben',
      card: 'c',
      target: 't',
      what: 'target',
    });
  });
});
