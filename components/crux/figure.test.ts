import { expect, test } from 'vitest';
import { figure, isFew } from './figure';

test.each([
  [0, '0'],
  [0.278, '.28'],
  [1, '1.00'],
  [-0.056, '-.06'],
  [1.234, '1.23'],
])('%d is said as %s', (value, said) => {
  expect(figure(value)).toBe(said);
});

test('four answers are few, five are not', () => {
  expect([isFew(4), isFew(5)]).toEqual([true, false]);
});
