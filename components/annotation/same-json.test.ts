import { expect, test } from 'vitest';
import { sameJson } from './same-json';

test.each([
  ['names in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
  ['another value', { a: 1 }, { a: 2 }, false],
  ['lists in another order', [1, 2], [2, 1], false],
  ['nothing and something', null, { type: 'doc' }, false],
  ['nothing twice', null, null, true],
])('%s', (_, a, b, same) => {
  expect(sameJson(a, b)).toBe(same);
});
