import { expect, test } from 'vitest';
import { untoldWords } from './untold-words';

test.each([
  [{ private: 0, held: 0 }, []],
  [
    { private: 1, held: 0 },
    ['1 private annotation does not come, because this format could not say that it is private.'],
  ],
  [
    { private: 1200, held: 2 },
    [
      '1,200 private annotations do not come, because this format could not say that they are private.',
      '2 held contributions do not come, because this format could not say that they are held.',
    ],
  ],
])('%o', (untold, words) => {
  expect(untoldWords(untold)).toEqual(words);
});
