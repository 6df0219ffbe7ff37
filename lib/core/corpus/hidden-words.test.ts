import { expect, test } from 'vitest';
import { hiddenWords } from './hidden-words';

test('says how many answers stay out, and no more than that', () => {
  expect(hiddenWords(1)).toBe('1 more answer is on a card that you have not answered.');
  expect(hiddenWords(1035)).toBe('1,035 more answers are on cards that you have not answered.');
});
