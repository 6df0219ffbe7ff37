import { expect, test } from 'vitest';
import { arrowStep } from './walk-by-arrows';

test.each<[string, string, number, number | null]>([
  ['down goes on', 'ArrowDown', 0, 1],
  ['right goes on', 'ArrowRight', 1, 2],
  ['from the last to the first', 'ArrowRight', 2, 0],
  ['up goes back', 'ArrowUp', 2, 1],
  ['from the first to the last', 'ArrowLeft', 0, 2],
  ['down from the menu itself to its first', 'ArrowDown', -1, 0],
  ['up from the menu itself to its last', 'ArrowUp', -1, 2],
  ['Home', 'Home', 2, 0],
  ['End', 'End', 0, 2],
  ['other keys lead nowhere', 'j', 0, null],
])('%s', (_name, key, at, to) => {
  expect(arrowStep(key, at, 3)).toBe(to);
});

test('nothing can be walked in what is empty', () => {
  expect(arrowStep('ArrowDown', -1, 0)).toBeNull();
});
