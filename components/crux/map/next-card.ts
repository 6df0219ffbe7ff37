export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Where a card stands: its upper left corner. All are of one size. */
export interface CardSpot {
  id: string;
  x: number;
  y: number;
}

/**
 * The card that an arrow key leads to. Left and right follow the arrows of the map, to the nearest card on that side;
 * up and down go through the cards that stand above each other. Null where there is none.
 */
export function nextCard(
  spots: readonly CardSpot[],
  arrows: readonly { from: string; to: string | null }[],
  { from, key }: { from: string; key: Direction },
): string | null {
  const here = spots.find(({ id }) => id === from);
  if (!here) return null;
  const isAside = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  const linked = new Set(
    arrows.flatMap(({ from: tail, to }) => (tail === from ? [to] : to === from ? [tail] : [])),
  );
  const ahead = spots.filter((spot) =>
    isAside
      ? linked.has(spot.id) && sign * (spot.x - here.x) > 0
      : sign * (spot.y - here.y) > 0 && Math.abs(spot.x - here.x) < COLUMN,
  );
  const far = ({ x, y }: CardSpot) => Math.hypot(x - here.x, y - here.y);
  return ahead.sort((a, b) => far(a) - far(b))[0]?.id ?? null;
}

/** Cards whose left edges are nearer than this stand in one column. */
const COLUMN = 120;
