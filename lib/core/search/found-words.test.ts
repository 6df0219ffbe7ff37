import { describe, expect, test } from 'vitest';
import { foundWords } from './found-words';
import { searchTerms } from './search-terms';

const lit = (text: string, q: string, forms: string[] = []) =>
  foundWords(text, searchTerms(q), forms).map(({ start, end }) => text.slice(start, end));

describe('what is lit up in a text', () => {
  test.each<[name: string, text: string, q: string, found: string[]]>([
    ['a word however it is written', 'Fox, FOX and foxes.', 'fox', ['Fox', 'FOX']],
    ['no part of a word', 'A firefox.', 'fox', []],
    ['a beginning, with the whole word', 'A foxglove and a firefox.', 'fox*', ['foxglove']],
    ['a phrase over a line end', 'the red\nfox', '"red fox"', ['red\nfox']],
    ['no phrase in another order', 'fox red', '"red fox"', []],
    ['nothing that is excluded', 'red fox', 'red -fox', ['red']],
    ['a word with a hyphen as one', 'It is self-hosted.', 'self-hosted', ['self-hosted']],
    ['accents either way', 'naïf naif', 'naïf', ['naïf', 'naif']],
    ['characters within Chinese', '我在东京大学', '大学', ['大学']],
    ['Korean, asked for letter by letter', '우리 대학교', '대학'.normalize('NFD'), ['대학']],
    ['Japanese, asked for letter by letter', '日本のガイド', 'ガイド'.normalize('NFD'), ['ガイド']],
    ['behind what takes two code units', '🦊 fox', 'fox', ['fox']],
    ['Arabic', 'قرأت الكتاب أمس', 'الكتاب', ['الكتاب']],
  ])('%s', (_, text, q, found) => {
    expect(lit(text, q)).toEqual(found);
  });

  test('forms that a stemmer knows, but not those of a phrase', () => {
    expect(lit('organizing boxes', 'organizes', ['organizing'])).toEqual(['organizing']);
    expect(lit('organizing boxes', '"organizes boxes"', ['organizing'])).toEqual([]);
    expect(lit('All decision-makers decide.', 'decision-maker', ['makers'])).toEqual(['decision-makers']);
    expect(lit('The makers decide.', 'decision-maker', ['makers'])).toEqual([]);
  });
});
