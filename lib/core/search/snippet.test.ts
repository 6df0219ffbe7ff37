import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundWords } from './found-words';
import { searchTerms } from './search-terms';
import { snippetOf } from './snippet';

const of = (text: string, q: string, length?: number) =>
  snippetOf(text, foundWords(text, searchTerms(q)), length);
const said = (text: string, q: string, length?: number) =>
  of(text, q, length)
    .parts.map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');

test('a short text is shown whole', () => {
  expect(said('A red\n\nfox.', 'fox')).toBe('A red [fox].');
  expect(of('A fox.', 'fox')).toMatchObject({ isCutBefore: false, isCutAfter: false });
});

test('of a long one the stretch that holds most of what was found, between words', () => {
  const text = `fox ${'some other words '.repeat(20)}fox and fox ${'still more of them '.repeat(20)}`;
  const snippet = of(text, 'fox', 60);
  expect(snippet).toMatchObject({ isCutBefore: true, isCutAfter: true });
  expect(snippet.parts.filter(({ isFound }) => isFound)).toHaveLength(2);
  expect(snippet.parts.map((part) => part.text).join('')).toMatch(/^\S.*\S$/);
});

test('whatever is in a text, characters stay whole and what was found is in the snippet', () => {
  const texts = fc.array(fc.constantFrom('👩‍👩‍👧‍👦', 'ক্ষ', '東京', 'fox', 'e\u0301te', ' ', 'word', '🦊'), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: 5, max: 60 }), (pieces, length) => {
      const text = pieces.join('');
      const found = foundWords(text, searchTerms('fox'));
      const { parts, start } = snippetOf(text, found, length);
      const shown = parts.map((part) => part.text).join('');
      const units = new Set(
        [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length),
      );
      expect(units.has(start)).toBe(true);
      if (found.length > 0) expect(shown).toContain('fox');
    }),
  );
});
