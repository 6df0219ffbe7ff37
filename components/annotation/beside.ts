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

/** Between the thing and what it belongs to, and the least to the window's edge; CSS pixels. */
const GAP = 8;

/**
 * Where something stands that belongs to `target` and must not cover it: below it, above it where there is no room,
 * and inside of the window in any case. Viewport coordinates of its left upper corner.
 */
export function beside(target: Box, { width, height }: Size, window: Size): { left: number; top: number } {
  const below = target.bottom + GAP;
  const above = target.top - GAP - height;
  const top = below + height + GAP <= window.height || above < GAP ? below : above;
  return {
    left: Math.max(GAP, Math.min(target.left, window.width - width - GAP)),
    top: Math.max(GAP, Math.min(top, window.height - height - GAP)),
  };
}
