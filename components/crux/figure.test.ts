import { expect, test } from 'vitest';
import { contestedWords, figure, isFew, priorityFigure, priorityRemark, rankedBy } from './figure';

test.each([
  [0, '0'],
  [0.278, '.28'],
  [1, '1.00'],
  [-0.056, '−.06'],
  [0.004, '≈0'],
  [-0.001, '≈0'],
  [null, '–'],
  [1.234, '1.23'],
])('%d is said as %s', (value, said) => {
  expect(figure(value)).toBe(said);
});

test('four answers are few, five are not', () => {
  expect([isFew(4), isFew(5)]).toEqual([true, false]);
});

test.each([
  [0, 0, 'nobody has answered'],
  [0, 1, 'needs a second answer'],
  [0, 2, '0'],
  [0.3, 6, '.30'],
])('contested %d of %d answers is said as %s', (contested, n, said) => {
  expect(contestedWords({ contested, n })).toBe(said);
});

test.each([
  ['–', 'nobody has answered', { contested: 0, load: null, n: 0 }],
  ['–', 'needs a second answer', { contested: 0, load: 0.4, n: 1 }],
  ['–', 'needs a second answer', { contested: 0, load: 0, n: 1 }],
  ['–', 'nobody has said what rests on it', { contested: 0.3, load: null, n: 6 }],
  ['0', 'no root question rests on it', { contested: 0.3, load: 0, n: 6 }],
  ['0', 'nobody disagrees', { contested: 0, load: 0.4, n: 6 }],
  ['.30', null, { contested: 0.3, load: 0.3, n: 6 }],
])('a priority is said as %s, and why it is none or not known: %s', (said, remark, parts) => {
  const ranking = { ...parts, priority: Math.sqrt(parts.contested * (parts.load ?? 0)) };
  expect([priorityFigure(ranking), priorityRemark(ranking)]).toEqual([said, remark]);
});

test.each([
  ['Rank 3\u00a0· priority\u00a0.30', { contested: 0.3, load: 0.3, n: 6 }],
  ['Rank 3, as nobody disagrees', { contested: 0, load: 0.4, n: 6 }],
  ['Rank 3, as no root question rests on it', { contested: 0.3, load: 0, n: 6 }],
])('a rank is said with what put it there: %s', (said, parts) => {
  const ranking = { ...parts, priority: Math.sqrt(parts.contested * (parts.load ?? 0)) };
  expect(`Rank 3${rankedBy(ranking)}`).toBe(said);
});
