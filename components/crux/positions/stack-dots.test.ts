import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackDots } from './stack-dots';

const credences = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 });

test('no dot hides another, and each stands at its own value', () => {
  fc.assert(
    fc.property(credences, (values) => {
      const dots = stackDots(values);
      expect(dots.map(({ index }) => index).sort((a, b) => a - b)).toEqual(values.map((_, index) => index));
      for (const dot of dots) {
        expect(dot.value).toBe(values[dot.index]);
        const hidden = dots.filter(
          (other) =>
            other.index !== dot.index && other.level === dot.level && Math.abs(other.value - dot.value) < 3,
        );
        expect(hidden).toEqual([]);
      }
    }),
  );
});

test('dots stand no higher than they must', () => {
  expect(stackDots([50, 10, 51, 90]).map(({ value, level }) => [value, level])).toEqual([
    [10, 0],
    [50, 0],
    [51, 1],
    [90, 0],
  ]);
});
