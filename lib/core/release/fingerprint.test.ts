import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint';

test.each([
  ['a', 7929297801672961],
  ['b', 8684336938537663],
  ['revenge', 4051478007546757],
  ['revenue', 8309097637345594],
])('%s has the name that the author of cyrb53 published', (words, name) => {
  expect(fingerprint(words)).toBe(name.toString(36));
});

test('words that differ have other names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(fingerprint(one) === fingerprint(other)).toBe(one === other);
    }),
  );
  const near = new Set(Array.from({ length: 10_000 }, (_, n) => fingerprint(`annotation ${n}`)));
  expect(near.size).toBe(10_000);
});

test('a name is 53 bits, in base 36', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const bits = Number.parseInt(fingerprint(words), 36);
      expect(Number.isSafeInteger(bits) && bits >= 0).toBe(true);
    }),
  );
});
