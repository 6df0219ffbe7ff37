import { expect, test } from 'vitest';
import { coverageOf } from './coverage';

test.each([
  [{ found: 0, people: 0 }, 'unchecked'],
  [{ found: 0, people: 2 }, 'clean'],
  [{ found: 1, people: 0 }, 'found'],
  [{ found: 3, people: 2 }, 'found'],
])('%j is %s', (cell, coverage) => {
  expect(coverageOf(cell)).toBe(coverage);
});
