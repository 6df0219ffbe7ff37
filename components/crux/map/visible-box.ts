import { cardSize } from './card-size';

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

/** Whether a card in this place is in the box, or no more than its half away from it. */
export const isNear = ({ x, y }: { x: number; y: number }, box: Box): boolean =>
  Math.abs(x + cardSize.width / 2 - box.x - box.width / 2) < box.width &&
  Math.abs(y + cardSize.height / 2 - box.y - box.height / 2) < box.height;

/** The box enlarged (factor above 1) or narrowed around a point that stays where it is. */
export function zoomed(
  box: Box,
  whole: Box,
  { factor, at }: { factor: number; at: { x: number; y: number } },
): Box {
  const most = Math.max(CLOSEST, box.width, whole.width * FARTHEST);
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

interface Size {
  width: number;
  height: number;
}

/**
 * In units of the drawing for a pixel: closer than `closest` nothing is gained, from `farthest` words are read at ease. So
 * that no column is cut off, they may be a little smaller, up to `whole`.
 */
const OPENS = { closest: 0.9, farthest: 1.2, whole: 1.5 };

/** The whole drawing in a frame of so many pixels, in the frame's shape; no larger than words need. */
export function fitted(whole: Box, frame: Size): Box {
  const distance = Math.max(whole.width / frame.width, whole.height / frame.height, OPENS.closest);
  return centred({ width: frame.width * distance, height: frame.height * distance }, middleOf(whole));
}

/** What is seen first: the whole where its words can be read, else as much as can be read, around what matters most. */
export function opened(whole: Box, frame: Size, heart: Box): Box {
  const all = fitted(whole, frame);
  if (all.width <= frame.width * OPENS.whole) return all;
  const distance = Math.max(openedAt(whole, frame.width), OPENS.farthest);
  const { width, height } = { width: frame.width * distance, height: frame.height * distance };
  const box = centred({ width, height }, middleOf(heart));
  const within = (from: number, length: number, [low, size]: Span) =>
    length >= size ? low - (length - size) / 2 : Math.min(low + size - length, Math.max(low, from));
  return {
    ...box,
    x: within(box.x, width, [whole.x, whole.width]),
    y: within(box.y, height, [whole.y, whole.height]),
  };
}

/** How many pixels high a frame of this width has to be to show the drawing as it opens. */
export const openedHeight = (whole: Box, width: number): number => whole.height / openedAt(whole, width);

/** From how far away all columns are seen at such a width; or what can be read, where they are too many. */
function openedAt(whole: Box, width: number): number {
  const distance = Math.max(OPENS.closest, whole.width / width);
  return distance <= OPENS.whole ? distance : OPENS.farthest;
}

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

const centred = ({ width, height }: Size, { x, y }: { x: number; y: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
