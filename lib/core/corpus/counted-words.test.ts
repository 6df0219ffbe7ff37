import { expect, test } from 'vitest';
import { countedWords, whatThereIs } from './counted-words';

const counts = { tags: 1, replies: 2, annotations: 1200, cards: 0, adjudications: undefined };

test('what is counted has its noun, none of it included, and what is not counted has none', () => {
  expect(countedWords(counts).map(({ total, noun }) => `${total} ${noun}`)).toEqual([
    '1,200 annotations',
    '2 replies',
    '0 cards',
    '1 tag',
  ]);
});

test('what there is leaves out what there is none of', () => {
  expect(whatThereIs(counts)).toBe('1,200 annotations, 2 replies, 1 tag');
  expect(whatThereIs({ adjudications: 1, texts: 3 })).toBe('3 texts, 1 decision');
  expect(whatThereIs({ texts: 0 })).toBe('');
});
