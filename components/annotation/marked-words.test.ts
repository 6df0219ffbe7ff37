import { expect, test } from 'vitest';
import { markedWords } from './marked-words';

const moved = (...quotes: (string | null)[]) =>
  markedWords(
    'now',
    quotes.map((quote) => ({ quote })),
  );

test('each version marked what it knows, or what the next one did', () => {
  expect(moved(null, 'second', null, 'first', null)).toEqual([
    'now',
    'now',
    'second',
    'second',
    'first',
    'first',
  ]);
});

test('of what was never moved nothing is said', () => {
  expect(moved('now', null)).toEqual([]);
});
