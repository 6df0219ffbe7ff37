import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, isCanonicalText } from './canonical-text';

const cases: [name: string, input: string, output: string][] = [
  ['Windows and old Mac line ends', 'a\r\nb\rc', 'a\nb\nc'],
  ['Unicode line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
  ['vertical tabs and form feeds', 'a\vb\fc', 'a\nb\nc'],
  ['tabs', 'a\tb', 'a b'],
  ['NUL and other control characters', 'a\0b\x1bc\x7fd\x9ce', 'abcde'],
  ['byte order marks anywhere', '\ufeffa\ufeffb', 'ab'],
  ['non-characters that XML refuses', 'a\ufffeb\uffffc', 'abc'],
  ['lone surrogates, either half', 'a\ud800b\udc00c', 'abc'],
  ['whole surrogate pairs stay', '😀', '😀'],
  ['decomposed accents are composed', 'e\u0301', 'é'],
  ['an accent uncovered by a removed control character composes', 'e\0\u0301', 'é'],
  [
    'joiners, direction marks, soft hyphens and no-break spaces stay',
    '👩‍👧\u200f\u00ad\u00a0',
    '👩‍👧\u200f\u00ad\u00a0',
  ],
];

describe('canonical text', () => {
  test.each(cases)('%s', (_name, input, output) => {
    expect(canonicalText(input)).toBe(output);
    expect(isCanonicalText(input)).toBe(input === output);
  });

  test('is canonical whatever the input, and making it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const text = canonicalText(input);
        expect(isCanonicalText(text)).toBe(true);
        expect(canonicalText(text)).toBe(text);
      }),
    );
  });
});
