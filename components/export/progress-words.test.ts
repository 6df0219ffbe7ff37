import { expect, test } from 'vitest';
import { progressWords } from './progress-words';

test.each([
  [{ done: 0, total: null }, 'being written'],
  [{ done: 0, total: 0 }, 'being written'],
  [{ done: 24, total: 100 }, 'being written'],
  [{ done: 49, total: 100 }, '25 percent written'],
  [{ done: 100, total: 100 }, '100 percent written'],
])('%o', (progress, words) => {
  expect(progressWords({ state: 'running', progress })).toBe(words);
});

test('one that is over says how it ended', () => {
  expect(progressWords({ state: 'ready', progress: { done: 1, total: 1 } })).toBe('ready to download');
});
