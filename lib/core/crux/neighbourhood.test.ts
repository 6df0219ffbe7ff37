import { expect, test } from 'vitest';
import { neighbourhoodOf } from './neighbourhood';

const arrow = (from: string, to: string) => ({ id: `${from}>${to}`, from, to, toRelation: null });
const undercut = (from: string, toRelation: string) => ({ id: `${from}!`, from, to: null, toRelation });
const arrows = [arrow('a', 'q'), arrow('b', 'a'), arrow('c', 'b'), undercut('u', 'a>q')];

test.each([
  ['a', 'abqu'],
  ['q', 'aqu'],
  ['b', 'abc'],
  ['u', 'aqu'],
  ['x', 'x'],
])('around %s there are %s', (card, near) => {
  expect([...neighbourhoodOf(card, arrows)].sort().join('')).toBe(near);
});
