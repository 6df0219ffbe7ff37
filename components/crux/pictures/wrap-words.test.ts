import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from './text-width';
import { wrapWords } from './wrap-words';

const room = { width: 70, fontSize: 10, lines: 2 };

describe('wrapping', () => {
  test.each([
    ['nothing', '', []],
    ['what fits stays whole', 'Rain falls.', ['Rain falls.']],
    ['breaks between words', 'Rain falls upwards here', ['Rain falls', 'upwards here']],
    ['says that there is more', 'Rain falls upwards where nobody looks', ['Rain falls', 'upwards…']],
    ['cuts a word that is too long', 'Donaudampfschifffahrt', ['Donaudampf…']],
  ])('%s', (_, words, lines) => {
    expect(wrapWords(words, room)).toEqual(lines);
  });

  test('keeps to the room, and loses no word without saying so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 4 }), (words, lines) => {
        const wrapped = wrapWords(words, { ...room, lines });
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) expect(textWidth(line, room.fontSize)).toBeLessThanOrEqual(room.width);
        const whole = words.trim().split(/\s+/u).join(' ');
        expect(wrapped.join(' ') === whole || wrapped.some((line) => line.endsWith('…'))).toBe(true);
      }),
    );
  });
});
