import type { Segment } from '@/lib/core/essay/segment';

/** A part of one text node: highlighted when it has a segment. `start` is its mark's `data-s`. */
export interface Piece {
  start: number;
  end: number;
  segment: Segment | null;
}

/**
 * Cuts the text node that covers [start, end) of the canonical text at segment edges. A piece depends only on
 * the annotations that touch the node, hence one block can be cut without knowing the others.
 */
export function pieces(segments: readonly Segment[], start: number, end: number): Piece[] {
  const found: Piece[] = [];
  let at = start;
  for (let i = firstEndingAfter(segments, start); at < end; i++) {
    const segment = segments[i];
    const from = segment ? Math.min(segment.start, end) : end;
    if (from > at) found.push({ start: at, end: from, segment: null });
    if (!segment || from === end) break;
    const begin = Math.max(from, at);
    at = Math.min(segment.end, end);
    found.push({ start: begin, end: at, segment });
  }
  return found;
}

function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
