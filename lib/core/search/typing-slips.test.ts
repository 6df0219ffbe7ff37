import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typingSlips } from './typing-slips';

test.each([
  ['persona', 'persona', 0],
  ['persnoa', 'persona', 1],
  ['persnoa', 'person', 2],
  ['wich', 'which', 1],
  ['teh', 'the', 1],
  ['eht', 'the', 2],
  ['ab', 'ba', 1],
  ['', 'fox', 3],
  ['fox', '', 3],
  ['галюцинация', 'галлюцинация', 1],
  ['🦊x', 'x🦊', 1],
])('from %s to %s it takes %d', (one, other, slips) => expect(typingSlips(one, other)).toBe(slips));

test('it takes as many back, and at most as many as the longer word has letters', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const slips = typingSlips(one, other);
      expect(slips).toBe(typingSlips(other, one));
      expect(slips).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
      expect(slips === 0).toBe(one === other);
    }),
  ));
