import { expect, test } from 'vitest';
import { lostWords } from './lost-words';

test.each([
  ['nothing', [], []],
  ['one answer', ['position: changed-since'], ['Not restored: 1 answer, changed since then.']],
  [
    'several of a kind together',
    ['passage: place-taken', 'relation: target-gone', 'passage: place-taken'],
    [
      'Not restored: 2 passages, because another stands in its place.',
      'Not restored: 1 relation, because what it was about is gone.',
    ],
  ],
  ['what it has no words for, as it is', ['round: closed'], ['Not restored: 1 round, closed.']],
])('%s', (_, lost, words) => {
  expect(lostWords(lost)).toEqual(words);
});
