export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** What there is to stand in, below `top`; `first` is the side that is tried first, below unless it is said. */
interface Room extends Size {
  top?: number;
  first?: 'above';
}

/** Between the thing and what it belongs to, and the least to the window's edge; CSS pixels. */
const GAP = 8;

/**
 * Where something stands that belongs to `target` and must not cover it: on one side of it, on the other where there
 * is no room, and inside of the window in any case. Viewport coordinates of its left upper corner.
 */
export function beside(target: Box, { width, height }: Size, room: Room): { left: number; top: number } {
  const below = target.bottom + GAP;
  const above = target.top - GAP - height;
  const fitsBelow = below + height + GAP <= room.height;
  const upper = (room.top ?? 0) + GAP;
  const fitsAbove = above >= upper;
  const isAbove = fitsAbove && (room.first === 'above' || !fitsBelow);
  const top = isAbove ? above : below;
  return {
    left: Math.max(GAP, Math.min(target.left, room.width - width - GAP)),
    top: Math.max(upper, Math.min(top, room.height - height - GAP)),
  };
}
