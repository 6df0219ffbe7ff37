import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contested, summariseCredences } from './contested';

const credence = fc.option(fc.integer({ min: 0, max: 100 }));

test.each([
  ['nobody', [], 0, 0],
  ['all agree', [70, 70, 70], 0, 3],
  ['two at the ends', [0, 100], 2 / 5, 2],
  ['many at the ends', Array.from({ length: 200 }, (_, i) => (i % 2) * 100), 200 / 203, 200],
  ['20 and 80', [20, 80], 0.278 * 0.4, 2],
  ['no view is no number', [20, null, 80, null], 0.278 * 0.4, 2],
])('contested: %s', (_name, credences, value, n) => {
  const found = contested(credences);
  expect(found.value).toBeCloseTo(value, 3);
  expect(found.n).toBe(n);
});

test.each([
  ['nobody', [null], { n: 0, mean: null, spread: null }],
  ['one', [40], { n: 1, mean: 40, spread: 0 }],
  ['the ends', [0, null, 100], { n: 2, mean: 50, spread: 50 }],
])('summary: %s', (_name, credences, summary) => {
  expect(summariseCredences(credences)).toEqual(summary);
});

test('those without a view change no figure', () => {
  fc.assert(
    fc.property(fc.array(credence), (credences) => {
      const given = credences.filter((one) => one !== null);
      expect(contested(credences)).toEqual(contested(given));
      expect(summariseCredences(credences)).toEqual(summariseCredences(given));
    }),
  );
});

test('the same views of more people are more contested, unless all agree', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2 }), (credences) => {
      const once = contested(credences).value;
      const twice = contested([...credences, ...credences]).value;
      if (new Set(credences).size === 1) expect(twice).toBeCloseTo(0, 12);
      else expect(twice).toBeGreaterThan(once);
    }),
  );
});
