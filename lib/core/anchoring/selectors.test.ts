import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { mark } from './mark';
import { anchor, describe } from './selectors';

const position = (start: number, end: number) => ({ type: 'TextPositionSelector' as const, start, end });
const quote = (exact: string, prefix?: string, suffix?: string) => ({
  type: 'TextQuoteSelector' as const,
  exact,
  prefix,
  suffix,
});
const found = (marked: string, selectors: Parameters<typeof anchor>[1]) =>
  anchor(mark(marked).text, selectors);

group('describe', () => {
  test('counts code points and keeps the words around', () => {
    const { text, range } = mark('🐈🐈 The [cat 🐈] sat.');
    expect(describe(text, range)).toEqual([position(7, 12), quote('cat 🐈', '🐈🐈 The ', ' sat.')]);
  });

  test('keeps 32 code points on either side, never half an emoji', () => {
    const text = `${'🐈'.repeat(40)}cat${'👩‍👧'.repeat(40)}`;
    const [, { prefix, suffix }] = describe(text, { start: 80, end: 83 });
    expect(prefix).toBe('🐈'.repeat(32));
    expect([...suffix!]).toHaveLength(32);
    expect(suffix!.isWellFormed()).toBe(true);
  });
});

group('anchor finds', () => {
  test.each([
    ['position alone', 'The [cat] sat.', [position(4, 7)]],
    ['position after an emoji', '🐈 The [cat] sat.', [position(6, 9)]],
    ['position and quote', 'The [cat] sat.', [position(4, 7), quote('cat', 'The ', ' sat.')]],
    ['whatever their order', 'The [cat] sat.', [quote('cat'), position(4, 7)]],
    ['one of two, by position', 'The cat sat. The [cat] ran.', [position(17, 20), quote('cat')]],
    ['one of two, by context', 'The cat sat. The [cat] ran.', [quote('cat', '', ' ran')]],
    ['one of two, by prefix', 'A cat sat. The [cat] sat.', [quote('cat', 'The ')]],
    ['the first characters', '[The] cat', [quote('The', '', ' cat')]],
    ['the last characters', 'The [cat]', [quote('cat', 'The ')]],
    ['the whole text', '[The cat]', [quote('The cat')]],
    ['across blocks, quoted with a space', 'The [cat\n\nsat] down.', [quote('cat sat', 'The ', ' down')]],
    [
      'across blocks, with one line break',
      'The [cat\n\nsat] down.',
      [position(4, 12), quote('cat\nsat', 'The ')],
    ],
    ['context in another block', 'The end.\n\n[cat] sat.', [quote('cat', 'end. ')]],
    [
      'context joined without white space',
      'The end.\n\n[cat] sat.',
      [position(10, 13), quote('cat', 'end.')],
    ],
    ['a quote with white space at its ends', 'The [cat] sat.', [quote(' cat ', 'The', 'sat')]],
    ['a no-break space quoted as a space', 'The [10\u00a0cats] sat.', [quote('10 cats')]],
    ['a quote in NFD', 'Un [café] noir', [quote('cafe\u0301')]],
    ['Arabic', 'قال [الكاتب] إن', [quote('الكاتب', 'قال ')]],
    ['Japanese', '吾輩は[猫]である。', [position(3, 4), quote('猫', '吾輩は', 'である')]],
    ['a quote that overlaps its own beginning', 'ab abab [abac] x', [quote('abac')]],
  ])('%s', (_name, marked, selectors) => {
    expect(found(marked, selectors)).toEqual({ range: mark(marked).range });
  });
});

group('anchor refuses', () => {
  test.each([
    [
      'other words at the position',
      'The [cat] sat.',
      [position(4, 7), quote('dog')],
      { reason: 'disagreement', found: 'cat', quoted: 'dog' },
    ],
    [
      'UTF-16 offsets after an emoji',
      '🐈 The [cat] sat.',
      [position(7, 10), quote('cat')],
      { reason: 'disagreement', found: 'at ', quoted: 'cat' },
    ],
    [
      'the same word elsewhere',
      'A [cat] sat. The cat ran.',
      [position(2, 5), quote('cat', 'The ', ' ran')],
      { reason: 'disagreement', found: 'A cat sat', quoted: 'The cat ran' },
    ],
    ['words that are not there', 'The [cat] sat.', [quote('dog')], { reason: 'not-found', quoted: 'dog' }],
    [
      'words in another context',
      'The [cat] sat.',
      [quote('cat', 'A ')],
      { reason: 'not-found', quoted: 'cat' },
    ],
    ['words joined differently', 'no [one] came', [quote('noone')], { reason: 'not-found', quoted: 'noone' }],
    ['a quote of nothing', 'The [cat] sat.', [quote('  ')], { reason: 'not-found', quoted: '  ' }],
    [
      'a position over white space',
      'The cat.[\n\n]It sat.',
      [position(8, 10)],
      { reason: 'not-found', quoted: '' },
    ],
    ['no selector', 'The [cat] sat.', [], { reason: 'not-found', quoted: '' }],
    [
      'two equal places',
      'The [cat] sat. The cat ran.',
      [quote('cat', 'The ')],
      { reason: 'ambiguous', quoted: 'cat', count: 2 },
    ],
    ['overlapping places', '[aaa]', [quote('aa')], { reason: 'ambiguous', quoted: 'aa', count: 2 }],
    ['an end beyond the text', '🐈 [cat]', [position(2, 6)], { reason: 'outside', length: 5 }],
    ['an empty position', 'The [cat]', [position(3, 3)], { reason: 'outside', length: 7 }],
    ['a reversed position', 'The [cat]', [position(5, 3)], { reason: 'outside', length: 7 }],
  ])('%s', (_name, marked, selectors, problem) => {
    expect(found(marked, selectors)).toEqual({ problem });
  });
});

const texts = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('a', 'b', ' ', '\n\n') },
    fc.constantFrom('🐈', '👩‍👧', 'é', '猫', 'ש', 'ال', '🇳🇴'),
  ),
  minLength: 1,
  maxLength: 80,
});

test('anchor undoes describe, for any text and range', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const characters = [...text];
      const edge = (n: number) => characters.slice(0, n % (characters.length + 1)).join('').length;
      const [start, end] = [edge(one), edge(other)].sort((a, b) => a - b) as [number, number];
      fc.pre(text.slice(start, end).trim() !== '');
      expect(anchor(text, describe(text, { start, end }))).toEqual({ range: { start, end } });
    }),
  );
});

test('a quote alone is never put on other words', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat({ max: 20 }), (text, at, length) => {
      const start = at % text.length;
      const exact = text.slice(start, start + length);
      const result = anchor(text, [quote(exact)]);
      if (!('range' in result)) return;
      const words = (s: string) => s.split(/\s+/).filter(Boolean);
      expect(words(text.slice(result.range.start, result.range.end))).toEqual(words(exact));
    }),
  );
});

test('a long periodic quote costs no more than a plain one', () => {
  const text = 'a'.repeat(400_000);
  const begun = performance.now();
  const result = anchor(text, [quote(`${'a'.repeat(9_999)}b`)]);
  expect(result).toHaveProperty('problem.reason', 'not-found');
  // Comparing at every offset would be 4,000,000,000 steps: many seconds.
  expect(performance.now() - begun).toBeLessThan(2_000);
});
