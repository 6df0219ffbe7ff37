import { cardSize } from './card-size';
import type { CardSpot } from './next-card';

interface Places {
  width: number;
  height: number;
  spots: CardSpot[];
}

const GAP = 18;
/** Between the graph and what is not part of it. */
const BELOW = 48;
const FEWEST = 3;

/** Cards without a relation stand in rows below the others: nobody should meet them first. */
export function withAlone({ width, height, spots }: Places, alone: readonly string[]): Places {
  if (alone.length === 0) return { width, height, spots };
  const step = { x: cardSize.width + GAP, y: cardSize.height + GAP };
  const columns = Math.min(alone.length, Math.max(FEWEST, Math.floor((width + GAP) / step.x)));
  const top = spots.length > 0 ? height + BELOW : 0;
  const rows = Math.ceil(alone.length / columns);
  return {
    width: Math.max(width, columns * step.x - GAP),
    height: top + rows * step.y - GAP,
    spots: [
      ...spots,
      ...alone.map((id, i) => ({ id, x: (i % columns) * step.x, y: top + Math.floor(i / columns) * step.y })),
    ],
  };
}
