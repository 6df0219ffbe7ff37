import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, tokensWithin } from './tokens';

const words = (text: string, language = 'en') => {
  const { starts, ends } = tokenize(text, language);
  return [...starts].map((start, i) => text.slice(start, ends[i]));
};

describe('tokens', () => {
  test.each([
    ['words and signs apart', 'en', 'It rains, often.', ['It', 'rains', ',', 'often', '.']],
    ['a clitic with its word, a hyphen apart', 'en', "Don't re-read", ["Don't", 're', '-', 'read']],
    ['an emoji as one, with two code units', 'en', 'a 🦊 b', ['a', '🦊', 'b']],
    ['paragraphs apart', 'en', 'One.\n\nTwo.', ['One', '.', 'Two', '.']],
    ['Hebrew, right to left', 'he', 'שלום עולם', ['שלום', 'עולם']],
    ['Japanese without spaces, by dictionary', 'ja', '猫が好き。', ['猫', 'が', '好き', '。']],
    ['in a language nobody knows', 'no language', 'a b', ['a', 'b']],
    ['nothing', 'en', ' \n\n ', []],
  ])('%s', (_, language, text, expected) => {
    expect(words(text, language)).toEqual(expected);
  });

  test('cover every character but white space, in order and once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('tokens within a stretch', () => {
  const text = 'The 🦊 jumps, twice.';
  const tokens = tokenize(text, 'en');
  test.each([
    ['whole words', 'The 🦊', [0, 2]],
    ['a part of a word counts as the word', 'ump', [2, 3]],
    ['white space at the ends adds nothing', ' jumps, ', [2, 4]],
    ['white space alone is no token', ' ', [1, 1]],
    ['everything', text, [0, 6]],
  ])('%s', (_, exact, [start, end]) => {
    const from = text.indexOf(exact);
    expect(tokensWithin(tokens, { start: from, end: from + exact.length })).toEqual({ start, end });
  });

  test('are those that a walk over all of them finds', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (words, start, length) => {
        const all = tokenize(words, 'en');
        const end = start + length + 1;
        const touched = [...all.starts].flatMap((from, i) => (from < end && all.ends[i]! > start ? [i] : []));
        const found = tokensWithin(all, { start, end });
        expect(found.end - found.start).toBe(touched.length);
        if (touched.length > 0) expect(found.start).toBe(touched[0]);
      }),
    );
  });
});
