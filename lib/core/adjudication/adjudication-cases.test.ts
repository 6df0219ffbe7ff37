import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '@/lib/core/agreement/tokens';
import { anyMarks, marker } from './adjudication.fixture';
import { adjudicationCases, inWholeTokens } from './adjudication-cases';
import { belongTogether } from './mark-clusters';

/** Readers who looked for everything, by their ids. */
const all = (...ids: string[]) => ids.map((id) => ({ id }));

const casesOf = (...[marks, readers]: Parameters<typeof adjudicationCases>) =>
  adjudicationCases(marks, readers).map(({ marks, silent, isAgreed }) => [
    marks.map(({ author }) => author).join(' '),
    silent.join(' '),
    isAgreed,
  ]);

describe('a case', () => {
  const everyone = all('ann', 'ben');
  const mark = marker();
  test.each([
    ['same bounds, same tag', [mark('ann', 'claim', 0, 9), mark('ben', 'claim', 0, 9)], 1],
    ['same bounds, other tag', [mark('ann', 'claim', 0, 9), mark('ben', 'crux', 0, 9)], 1],
    ['nearly the same bounds, other tag', [mark('ann', 'claim', 0, 9), mark('ben', 'crux', 2, 10)], 1],
    ['other bounds, same tag', [mark('ann', 'claim', 0, 9), mark('ben', 'claim', 4, 40)], 1],
    ['one within the other, same tag', [mark('ann', 'claim', 0, 90), mark('ben', 'claim', 4, 8)], 1],
    ['one tag of two the same', [mark('ann', 'claim crux', 0, 90), mark('ben', 'crux', 4, 8)], 1],
    ['one within the other, other tag', [mark('ann', 'claim', 0, 90), mark('ben', 'crux', 4, 8)], 2],
    ['same tag, a little in common', [mark('ann', 'claim', 0, 10), mark('ben', 'claim', 9, 20)], 2],
    ['same tag, side by side', [mark('ann', 'claim', 0, 10), mark('ben', 'claim', 10, 20)], 2],
    [
      'two that a third joins',
      [mark('ann', 'claim', 0, 10), mark('ann', 'claim', 10, 20), mark('ben', 'claim', 0, 20)],
      1,
    ],
  ])('is made of marks that answer one question: %s', (_, marks, expected) => {
    expect(adjudicationCases(marks, everyone)).toHaveLength(expected);
  });

  test('knows who read it and marked nothing of it; who did not open the text is missing', () => {
    const marks = [mark('ann', 'claim', 0, 9), mark('ben', 'crux', 50, 60)];
    expect(casesOf(marks, all('ann', 'ben', 'cy'))).toEqual([
      ['ann', 'ben cy', false],
      ['ben', 'ann cy', false],
    ]);
  });

  test('is agreed when everybody who opened the text gave the same, tags in whatever order', () => {
    const both = [mark('ann', 'claim crux', 0, 9), mark('ben', 'crux claim', 0, 9)];
    expect(casesOf(both, everyone)).toEqual([['ann ben', '', true]]);
    expect(casesOf(both, [...everyone, { id: 'cy' }])).toEqual([['ann ben', 'cy', false]]);
    expect(casesOf([mark('ann', 'claim', 0, 9), mark('ben', 'claim', 0, 8)], everyone)[0]?.[2]).toBe(false);
    expect(casesOf([mark('ann', 'claim', 0, 9)], all('ann'))[0]?.[2]).toBe(false);
  });

  test('is silent only of those who looked for what it is about', () => {
    const marks = [mark('ann', 'claim', 0, 9), mark('ben', 'claim', 0, 9)];
    const looksFor = (tag: string) => [...everyone, { id: 'cy', lookedFor: [tag] }];
    expect(casesOf(marks, looksFor('crux'))).toEqual([['ann ben', '', true]]);
    expect(casesOf(marks, looksFor('claim'))).toEqual([['ann ben', 'cy', false]]);
  });

  test('offers each reading once, that of most people first', () => {
    const marks = [
      mark('ann', 'crux', 0, 9),
      mark('ben', 'claim', 0, 9),
      mark('cy', 'claim', 0, 9),
      mark('cy', 'claim', 0, 9),
    ];
    const [only] = adjudicationCases(marks, all('ann', 'ben', 'cy'));
    expect(
      only?.candidates.map(({ tags, people, annotations }) => [tags, people, annotations.length]),
    ).toEqual([
      [['claim'], ['ben', 'cy'], 3],
      [['crux'], ['ann'], 1],
    ]);
  });

  test('is named by its oldest mark, whatever comes later', () => {
    const first = mark('ann', 'claim', 5, 9);
    const later = mark('ben', 'claim', 0, 9);
    expect(adjudicationCases([first], everyone)[0]?.id).toBe(first.id);
    expect(adjudicationCases([later, first], everyone)[0]?.id).toBe(first.id);
  });
});

describe('of any marks', () => {
  const people = ['ann', 'ben', 'cy', 'dee', 'eve', 'fay'];
  const readers = all(...people);

  test('each is in exactly one case, with all that belong to it, and in exactly one of its readings', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const cases = adjudicationCases(marks, readers);
        const ids = marks.map(({ id }) => id).sort();
        expect(cases.flatMap((one) => one.marks.map(({ id }) => id)).sort()).toEqual(ids);
        expect(cases.flatMap((one) => one.candidates.flatMap((c) => c.annotations)).sort()).toEqual(ids);
        const caseOf = new Map(cases.flatMap((one) => one.marks.map(({ id }) => [id, one.id])));
        for (const a of marks)
          for (const b of marks) if (belongTogether(a, b)) expect(caseOf.get(a.id)).toBe(caseOf.get(b.id));
      }),
    );
  });

  test('in whatever order they and their authors come, the cases are the same', () => {
    fc.assert(
      fc.property(
        anyMarks.chain((marks) =>
          fc.tuple(
            fc.constant(marks),
            fc.shuffledSubarray(marks, { minLength: marks.length }),
            fc.shuffledSubarray(readers, { minLength: readers.length }),
          ),
        ),
        ([marks, others, otherReaders]) => {
          expect(adjudicationCases(others, otherReaders)).toEqual(adjudicationCases(marks, readers));
        },
      ),
    );
  });

  test('everybody who opened the text has marked something of a case or is silent in it', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const { marks: own, silent } of adjudicationCases(marks, readers))
          expect([...new Set(own.map(({ author }) => author)), ...silent].sort()).toEqual(people);
      }),
    );
  });
});

test.each([
  ['half a word grows', 'The quick fox', 5, 7, 'quick'],
  ['spaces go', 'The quick fox', 3, 10, 'quick'],
  ['emoji stay whole', 'a 🦊 b', 2, 4, '🦊'],
  ['a space alone stays', 'a  b', 1, 3, '  '],
])('a mark in whole tokens: %s', (_, text, start, end, expected) => {
  const mark = inWholeTokens(tokenize(text, 'en'), { start, end });
  expect(text.slice(mark.start, mark.end)).toBe(expected);
});
