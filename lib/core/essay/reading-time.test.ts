import { expect, test } from 'vitest';
import { readingTime, wordCount } from './reading-time';

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
  [0, '1 min'],
  [100, '1 min'],
  [2_300, '10 min'],
  [27_300, '119 min'],
  [230_000, '17 h'],
])('%i words take %s', (words, time) => {
  expect(readingTime(words)).toBe(time);
});
