/** A part of the drawing, in its unit. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Closer than this, a card fills the map; farther than the whole there is nothing to see. */
const CLOSEST = 260;
const FARTHEST = 1.15;

/** The box enlarged (factor above 1) or narrowed around a point that stays where it is. */
export function zoomed(
  box: Box,
  whole: Box,
  { factor, at }: { factor: number; at: { x: number; y: number } },
): Box {
  const most = Math.max(CLOSEST, whole.width * FARTHEST);
  const width = Math.min(most, Math.max(Math.min(CLOSEST, most), box.width * factor));
  const scale = width / box.width;
  return kept(
    {
      x: at.x - (at.x - box.x) * scale,
      y: at.y - (at.y - box.y) * scale,
      width,
      height: box.height * scale,
    },
    whole,
  );
}

export const moved = (box: Box, whole: Box, by: { x: number; y: number }): Box =>
  kept({ ...box, x: box.x + by.x, y: box.y + by.y }, whole);

/** The middle stays within the drawing, so that it cannot be lost. */
function kept(box: Box, whole: Box): Box {
  const within = (middle: number, from: number, length: number) =>
    Math.min(from + length, Math.max(from, middle));
  return {
    ...box,
    x: within(box.x + box.width / 2, whole.x, whole.width) - box.width / 2,
    y: within(box.y + box.height / 2, whole.y, whole.height) - box.height / 2,
  };
}

type Span = [from: number, length: number];

/** Moved as little as shows all of a thing with some room; as it is where it shows already. */
export function showing(box: Box, whole: Box, thing: Box): Box {
  const room = 24;
  const shift = ([from, length]: Span, [low, size]: Span) =>
    low - room < from ? low - room - from : Math.max(0, low + size + room - from - length);
  return moved(box, whole, {
    x: shift([box.x, box.width], [thing.x, thing.width]),
    y: shift([box.y, box.height], [thing.y, thing.height]),
  });
}

/** The whole drawing in the shape of its frame (width by height), so that nothing is wasted on rounding it off. */
export function fitted(whole: Box, aspect: number): Box {
  const width = Math.max(whole.width, whole.height * aspect);
  const height = width / aspect;
  return {
    x: whole.x - (width - whole.width) / 2,
    y: whole.y - (height - whole.height) / 2,
    width,
    height,
  };
}
