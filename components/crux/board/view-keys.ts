import type { KeyRow } from '@/components/ui/key-help';
import type { BoardView } from '@/lib/core/crux/board-address';

const everywhere: readonly KeyRow[] = [
  ['Ctrl+Z', 'Take back what the message at the edge tells of'],
  ['F6', 'Go to the message at the edge'],
  ['?', 'Show all keys'],
];

const board: readonly KeyRow[] = [
  ['j k', 'Next or previous card'],
  ['↑ ↓ ← →', 'From the card you are at to another'],
  ['Enter', 'Open the card'],
];

const curating: readonly KeyRow[] = [
  ['[ ]', 'Move the card a column back or on'],
  ['m', 'Merge it with another'],
];

const map: readonly KeyRow[] = [
  ['← → ↑ ↓', 'From card to card, along the arrows'],
  ['Enter', 'Show only what is around the card'],
  ['Esc', 'Show all cards again'],
  ['+ − 0', 'Nearer, farther, all of it'],
];

/** What the keys do in a way of looking at the cards. */
export function keysOf(view: BoardView, isModerator: boolean): readonly KeyRow[] {
  if (view === 'map') return [...map, ...everywhere];
  if (view !== 'board') return everywhere;
  return [...board, ...(isModerator ? curating : []), ...everywhere];
}
