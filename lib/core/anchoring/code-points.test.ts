import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePoints } from './code-points';

describe('code points', () => {
  test.each([
    ['no surrogates', 'cat', 2, 2],
    ['before an emoji', 'a🐈b', 1, 1],
    ['after an emoji', 'a🐈b', 3, 2],
    ['at the end', 'a🐈b', 4, 3],
    ['past the end', 'a🐈b', 9, 8],
    ['a family joined by ZWJ is five', '👩‍👩‍👧x', 8, 5],
    ['a flag is two', '🇳🇴x', 4, 2],
    ['a combining mark is its own', 'e\u0301x', 2, 2],
    ['a lone high surrogate is one', '\ud83dx', 1, 1],
    ['a lone low surrogate is one', '\udc08x', 1, 1],
    ['empty', '', 0, 0],
  ])('%s', (_name, text, utf16, points) => {
    expect(codePoints(text).fromUtf16(utf16)).toBe(points);
    expect(codePoints(text).toUtf16(points)).toBe(utf16);
  });

  test('an offset inside a pair counts as its start', () => {
    expect(codePoints('🐈🐈').fromUtf16(3)).toBe(1);
  });

  test('agree with the iteration of the string, both ways and at every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const points = codePoints(text);
        const characters = [...text];
        expect(points.length).toBe(characters.length);
        let utf16 = 0;
        for (let i = 0; i <= characters.length; i++) {
          expect(points.fromUtf16(utf16)).toBe(i);
          expect(points.toUtf16(i)).toBe(utf16);
          utf16 += characters[i]?.length ?? 0;
        }
      }),
    );
  });
});
