import { expect, test } from 'vitest';
import { readingMinutes, wordCount } from './reading-time';

test.each([
  ['', 0],
  ['— … 😀', 0],
  ["It's a well-known U.S. fact.", 5],
  ['naïve café', 2],
  ['漢字かな', 4],
  ['हिन्दी भाषा', 2],
  ['1,000 items', 3],
])('%j has %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});

test.each([
  [0, 1],
  [100, 1],
  [2300, 10],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});
