import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, movedByWord, piecesOf, quoteOf, wordsAround } from './case-context';

const text = 'The quick 🦊 jumps over the lazy dog.';
const block = { start: 100, text };
const next = { start: 140, text: 'And sleeps.' };
/** The span of some words, in code points. */
const span = (words: string) => {
  const start = 100 + [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length };
};

describe('context', () => {
  test('is whole words around a passage, and says where something is left out', () => {
    const { blocks, before, after } = contextOf([block, next], span('jumps'), 4);
    expect(blocks).toEqual([{ start: 104, text: 'quick 🦊 jumps over' }]);
    expect([before, after]).toEqual([true, true]);
  });

  test('is all of the blocks that it stands in when they are short', () => {
    expect(contextOf([block, next], { start: 120, end: 143 }, 500)).toEqual({
      blocks: [block, next],
      before: false,
      after: false,
    });
    expect(contextOf([block, next], span('🦊'), 500).blocks).toEqual([block]);
  });
});

test('pieces are the block again, each under all spans that lie on it and no other', () => {
  const any = fc
    .tuple(fc.nat(45), fc.nat(45))
    .map(([a, b]) => ({ start: 95 + Math.min(a, b), end: 96 + Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), (spans) => {
      const pieces = piecesOf(block, spans);
      expect(pieces.map(({ text }) => text).join('')).toBe(text);
      for (const { start, text, over } of pieces)
        for (const [n, one] of spans.entries()) {
          const end = start + [...text].length;
          expect(over.includes(n)).toBe(one.start < end && one.end > start);
        }
    }),
  );
});

test.each([
  ['in one block', span('🦊 jumps'), 99, '🦊 jumps'],
  ['over two', { start: 132, end: 143 }, 99, 'dog. ¶ And'],
  ['cut', { start: 100, end: 136 }, 20, 'The quick … lazy dog.'],
])('a quote %s', (_, range, most, expected) => {
  expect(quoteOf([block, next], range, most)).toBe(expected);
});

describe('a bound', () => {
  const words = wordsAround([block, next], span('jumps'), 'en');
  const quote = (range: { start: number; end: number }) => quoteOf([block, next], range, 99);
  test.each([
    ['end', 1, 'jumps over'],
    ['end', -1, 'jumps'],
    ['start', -1, '🦊 jumps'],
    ['start', 1, 'jumps'],
  ] as const)('%s moves by a word: %i', (bound, by, expected) => {
    expect(quote(movedByWord(span('jumps'), words, { bound, by }))).toBe(expected);
  });

  test('stays at the ends of the text, and may be in the middle of a word', () => {
    const whole = { start: 100, end: 136 };
    expect(movedByWord(whole, words, { bound: 'start', by: -1 })).toBe(whole);
    expect(movedByWord(whole, words, { bound: 'end', by: 1 })).toBe(whole);
    expect(quote(movedByWord(span('ump'), words, { bound: 'end', by: 1 }))).toBe('umps');
  });

  test('carries what else the passage is', () => {
    const moved = movedByWord({ ...span('jumps'), tags: ['claim'] }, words, { bound: 'end', by: 1 });
    expect(moved).toEqual({ ...span('jumps over'), tags: ['claim'] });
  });
});
