import { expect, test } from 'vitest';
import { shortQuote } from '@/lib/core/annotation/short-quote';
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

test('of long words, which revisions tell cut, a move of either end is told, and only a move', () => {
  const long = 'x'.repeat(1000);
  const told = (quote: string) => markedWords(long, [{ quote: shortQuote(quote) }]);
  expect(told(long)).toEqual([]);
  for (const other of [`y${long}`, `${long}y`])
    expect(told(other)).toEqual([shortQuote(long), shortQuote(other)]);
});
