import { inOrder, lengthOf } from './unit';

/** Tokens from `start` to `end` (exclusive), by ordinal. */
export interface Span {
  start: number;
  end: number;
}

/** What one annotator marked with a tag in a text. */
export interface Marks {
  /** As they were marked, each place once, in reading order. */
  spans: readonly Span[];
  /** The same tokens in stretches that do not overlap. */
  parts: readonly Span[];
  /** How many tokens. */
  tokens: number;
}

export function marksOf(spans: readonly Span[]): Marks {
  const sorted = spans.filter((span) => lengthOf(span) > 0).sort(inOrder);
  const distinct = sorted.filter((span, i) => i === 0 || inOrder(sorted[i - 1]!, span) !== 0);
  const parts: Span[] = [];
  for (const { start, end } of distinct) {
    const last = parts.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else parts.push({ start, end });
  }
  return { spans: distinct, parts, tokens: parts.reduce((tokens, part) => tokens + lengthOf(part), 0) };
}
