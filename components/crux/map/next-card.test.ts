import { expect, test } from 'vitest';
import { type Direction, nextCard } from './next-card';

const spots = [
  { id: 'a', x: 0, y: 0 },
  { id: 'b', x: 0, y: 100 },
  { id: 'c', x: 0, y: 200 },
  { id: 'p', x: 300, y: 100 },
  { id: 'q', x: 600, y: 0 },
];
const arrows = [
  { from: 'a', to: 'q' },
  { from: 'b', to: 'p' },
  { from: 'b', to: 'q' },
  { from: 'p', to: 'q' },
  { from: 'c', to: null },
];

test.each<[string, Direction, string | null]>([
  ['a', 'ArrowRight', 'q'],
  ['b', 'ArrowRight', 'p'],
  ['q', 'ArrowLeft', 'p'],
  ['p', 'ArrowLeft', 'b'],
  ['a', 'ArrowDown', 'b'],
  ['c', 'ArrowUp', 'b'],
  ['a', 'ArrowUp', null],
  ['p', 'ArrowDown', null],
  ['c', 'ArrowRight', null],
  ['x', 'ArrowDown', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(nextCard(spots, arrows, { from, key })).toBe(to);
});
