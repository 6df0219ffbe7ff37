/** Translates offsets of one text between UTF-16 code units and Unicode code points. */
export interface CodePoints {
  /** Of the text, in code points. */
  readonly length: number;
  /** An offset inside a surrogate pair counts as the pair's start. */
  fromUtf16(offset: number): number;
  toUtf16(offset: number): number;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * Indexes the surrogate pairs of a text: built in O(length), asked in O(log pairs).
 * Offsets past the end stay as far past the end. A lone surrogate is a code point of its own, as in JavaScript.
 */
export function codePoints(text: string): CodePoints {
  const pairs: number[] = [];
  for (const match of text.matchAll(PAIR)) pairs.push(match.index);
  /** How many pairs begin before an offset, when the n-th is counted as shrunk by `n * shrink`. */
  const pairsBefore = (offset: number, shrink: 0 | 1) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! - middle * shrink < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    length: text.length - pairs.length,
    fromUtf16: (offset) => offset - pairsBefore(offset, 0),
    toUtf16: (offset) => offset + pairsBefore(offset, 1),
  };
}

/** A span in UTF-16 code units, in code points. */
export const inCodePoints = (points: CodePoints) => (span: { start: number; end: number }) => ({
  start: points.fromUtf16(span.start),
  end: points.fromUtf16(span.end),
});
