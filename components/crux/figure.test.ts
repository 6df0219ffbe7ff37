import { expect, test } from 'vitest';
import { figure, isFew, priorityFigure } from './figure';

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

test('a priority is unknown where the load is, and not 0', () => {
  expect(priorityFigure({ priority: 0, load: null })).toBe('–');
  expect(priorityFigure({ priority: 0, load: 0 })).toBe('0');
});
