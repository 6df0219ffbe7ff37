import { expect, test } from 'vitest';
import { foundWords } from './found-words';

test.each([
  ['none', 0, 0, 'No such card has these words.'],
  ['few', 3, 0, '3 found.'],
  ['more than are offered', 40, 0, '40 found; the first 8:'],
  ['more than were looked through', 100, 900, 'More than 100 found. Add a word to see others; the first 8:'],
  [
    'none that fits among the first of many',
    0,
    7,
    'Too many cards have these words: 7 were not looked at. Add a word.',
  ],
])('%s', (_, fitting, unseen, words) => {
  expect(foundWords({ fitting, unseen, offered: 8 })).toBe(words);
});
