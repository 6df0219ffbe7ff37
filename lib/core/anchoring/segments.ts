import type { Segment } from '@/lib/core/essay/segment';

/** Where an annotation stands in the canonical text (UTF-16 code units, `end` exclusive) and how it looks there. */
export interface HighlightRange {
  id: string;
  start: number;
  end: number;
  /** Colour slot of its tag. */
  slot: number;
  /** What a screen reader says at its first character, such as "Claim by Ann, 3 replies". */
  label: string;
}

/** More layers than this look alike. */
const MAX_DEPTH = 3;

const NO_REFS: Segment['refs'] = [];

/** Outer ranges before inner ones: by start, then longest first, then id. */
export function inReadingOrder(a: HighlightRange, b: HighlightRange): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Cuts overlapping ranges into segments, at every edge of a range. The topmost range, which gives the slot, is the
 * last in reading order (the latest to start, then the shortest) of those that have a tag, else of all. Empty ranges
 * are left out.
 */
export function segments(ranges: Iterable<HighlightRange>): Segment[] {
  const opening = [...ranges].filter((range) => range.end > range.start).sort(inReadingOrder);
  const ends = Float64Array.from(opening, (range) => range.end).sort();
  const found: Segment[] = [];
  // Ranges enter in rising rank, so of each kind the topmost living one is always the last of its stack.
  const tagged: HighlightRange[] = [];
  const plain: HighlightRange[] = [];
  let opened = 0;
  let closed = 0;
  let at = 0;
  for (;;) {
    while (ends[closed]! <= at) closed++;
    if (closed === ends.length) return found;
    const begun = opened;
    for (; opening[opened] && opening[opened]!.start <= at; opened++)
      (opening[opened]!.slot === 0 ? plain : tagged).push(opening[opened]!);
    const next = Math.min(ends[closed]!, opening[opened]?.start ?? Number.POSITIVE_INFINITY);
    const top = lastLiving(tagged, at) ?? lastLiving(plain, at);
    if (top) {
      const refs =
        begun === opened
          ? NO_REFS
          : opening.slice(begun, opened).map(({ id, slot, label }) => ({ id, slot, label }));
      found.push({ start: at, end: next, slot: top.slot, depth: Math.min(opened - closed, MAX_DEPTH), refs });
    }
    at = next;
  }
}

/** Drops what has ended before `at` from the stack's end. */
function lastLiving(stack: HighlightRange[], at: number): HighlightRange | undefined {
  while (stack.length && stack[stack.length - 1]!.end <= at) stack.pop();
  return stack[stack.length - 1];
}
