import { type HighlightRange, inReadingOrder } from './segments';

/** Answers "what lies here?" in O(log n + answers). Immutable: a change builds another, n log n at worst and linear when nearly sorted. */
export interface IntervalIndex {
  /** All ranges, in reading order. */
  readonly ranges: readonly HighlightRange[];
  /** Those that cover at least one character of [start, end) (UTF-16 code units), in reading order. */
  touching(start: number, end: number): HighlightRange[];
}

/**
 * An interval tree without nodes: the sorted array read as a balanced tree, where the middle of each
 * stretch is its root, plus the greatest end below each root (Cormen et al., Introduction to Algorithms, 14.3).
 */
export function intervalIndex(unsorted: Iterable<HighlightRange>): IntervalIndex {
  const ranges = [...unsorted].sort(inReadingOrder);
  const starts = Float64Array.from(ranges, (range) => range.start);
  const ends = Float64Array.from(ranges, (range) => range.end);
  const reach = ends.slice();
  const build = (low: number, high: number): number => {
    if (low >= high) return 0;
    const middle = (low + high) >> 1;
    reach[middle] = Math.max(ends[middle]!, build(low, middle), build(middle + 1, high));
    return reach[middle]!;
  };
  build(0, ranges.length);
  return {
    ranges,
    touching(start, end) {
      const found: HighlightRange[] = [];
      const visit = (low: number, high: number) => {
        const middle = (low + high) >> 1;
        if (low >= high || reach[middle]! <= start) return;
        visit(low, middle);
        if (starts[middle]! >= end) return;
        if (ends[middle]! > start) found.push(ranges[middle]!);
        visit(middle + 1, high);
      };
      visit(0, ranges.length);
      return found;
    },
  };
}

const known = new WeakMap<readonly HighlightRange[], IntervalIndex>();

/** The index of a list that never changes in place: built when it is first asked for, and then kept. */
export function indexed(ranges: readonly HighlightRange[]): IntervalIndex {
  let index = known.get(ranges);
  if (!index) {
    index = intervalIndex(ranges);
    known.set(ranges, index);
  }
  return index;
}
