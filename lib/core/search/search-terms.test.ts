import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTerms, searchTerms, withWord } from './search-terms';

const short = (typed: string) =>
  searchTerms(typed).map(({ kind, text, not }) => `${not ? '-' : ''}${kind}:${text}`);

describe('what somebody typed', () => {
  test.each([
    ['red fox', ['word:red', 'word:fox']],
    ['"red fox"', ['phrase:red fox']],
    ['„roter Fuchs“ «renard»', ['phrase:roter Fuchs', 'phrase:renard']],
    ['fox*', ['prefix:fox']],
    ['red -fox', ['word:red', '-word:fox']],
    ['red -"old fox" -cub*', ['word:red', '-phrase:old fox', '-prefix:cub']],
    ['self-hosted', ['word:self-hosted']],
    ['"never closed', ['phrase:never closed']],
    ['東京大学 "大学"', ['word:東京大学', 'phrase:大学']],
    ['say"this"', ['word:say', 'phrase:this']],
    ['- * "" !? …', []],
    ['', []],
  ])('%s', (typed, terms) => {
    expect(short(typed)).toEqual(terms);
  });

  test('is never an error, and never more than so many terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const terms = searchTerms(typed);
        expect(terms.length).toBeLessThanOrEqual(mostTerms);
        for (const { text } of terms) expect(typed).toContain(text);
      }),
    );
  });
});

test('one word is written otherwise, wherever it stands and however it is written', () => {
  expect(withWord('some Halucination -x', 'halucination', 'hallucination')).toBe('some hallucination -x');
});
