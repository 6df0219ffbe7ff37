import { useRef } from 'react';
import { useSingleKeys } from '@/components/use-single-keys';

/** Lists of links to cards, as they stand side by side. */
type Lanes = HTMLElement[][];

const lanesOf = (board: HTMLElement): Lanes =>
  [...board.querySelectorAll('ul')]
    .map((list) => [...list.querySelectorAll<HTMLElement>('h3 a')].filter((link) => link.checkVisibility()))
    .filter((lane) => lane.length > 0);

/** Goes from card to card: by the arrow keys from one that has the focus, by j and k from anywhere. */
export function useBoardWalk(hasShortcuts: boolean) {
  const board = useRef<HTMLDivElement>(null);
  const lanes = () => (board.current ? lanesOf(board.current) : []);
  const at = (all: Lanes) => {
    const card = document.activeElement?.closest('li')?.querySelector<HTMLElement>('h3 a');
    const lane = all.findIndex((links) => links.includes(card!));
    return { lane, index: all[lane]?.indexOf(card!) ?? -1 };
  };
  /** Over the end of a list to the next one. */
  const step = (by: 1 | -1) => {
    const all = lanes();
    const { lane, index } = at(all);
    const before = all.slice(0, Math.max(0, lane)).flat().length;
    all
      .flat()
      .at(lane === -1 ? 0 : Math.max(0, before + index + by))
      ?.focus();
  };
  const walk = (aside: number, down: number) => {
    if (!document.activeElement?.matches('h3 a')) return false;
    const all = lanes();
    const { lane, index } = at(all);
    const there = all[lane + aside];
    if (lane === -1 || !there) return lane !== -1;
    there[Math.min(there.length - 1, Math.max(0, index + down))]?.focus();
    return true;
  };
  useSingleKeys(true, {
    arrowleft: () => walk(-1, 0),
    arrowright: () => walk(1, 0),
    arrowup: () => walk(0, -1),
    arrowdown: () => walk(0, 1),
  });
  useSingleKeys(hasShortcuts, { j: () => step(1), k: () => step(-1) });
  return board;
}
