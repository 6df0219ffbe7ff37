import { expect, test } from 'vitest';
import { list, mostListed, noneListed } from './import-report';

test('the first of many rows are kept, and how many they are', () => {
  const listed = noneListed<number>();
  for (let row = 1; row <= 3 * mostListed; row++) list(listed, row);
  expect(listed.total).toBe(3 * mostListed);
  expect(listed.rows).toEqual(Array.from({ length: mostListed }, (_, i) => i + 1));
});
