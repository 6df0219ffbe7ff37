import { expect, test } from 'vitest';
import { selectedWords } from './selected-words';

test.each([
  ['hive', 'en', 'hive, 1 word'],
  ['She looks, first, for eggs.', 'en', 'She looks, first, for eggs., 5 words'],
  ['One two three four five six seven eight nine.', 'en', 'One two three four … seven eight nine., 9 words'],
  ['我们在早上打开蜂箱。', 'zh', '我们在早上打开蜂箱。, 5 words'],
])('of %j in %s', (quote, language, said) => {
  expect(selectedWords(quote, language)).toBe(`Selected: ${said}`);
});
