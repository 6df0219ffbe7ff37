import { type KrippendorffAlpha, krippendorffAlpha } from './krippendorff-alpha';
import type { Marks, Span } from './marks';
import type { SpanMatches } from './span-f1';
import { inOrder } from './unit';

/** Two annotators of one or several texts, by one tag. Additive over texts. */
export interface MarksCompared {
  /** Tokens that both read, that either marked, and that both marked. */
  tokens: number;
  oneTokens: number;
  otherTokens: number;
  bothTokens: number;
  /** Spans from and to the same tokens. */
  exact: SpanMatches;
  /** Spans that share a token with something of the other's. */
  overlap: SpanMatches;
}

/** Compares in one walk through both: linear in their spans. `tokens`: of the text. */
export function compareMarks(one: Marks, other: Marks, tokens: number): MarksCompared {
  const [spans, others] = [one.spans.length, other.spans.length];
  const same = sameSpans(one.spans, other.spans);
  return {
    tokens,
    oneTokens: one.tokens,
    otherTokens: other.tokens,
    bothTokens: sharedTokens(one.parts, other.parts),
    exact: { one: spans, other: others, oneMet: same, otherMet: same },
    overlap: {
      one: spans,
      other: others,
      oneMet: spansMet(one.spans, other.parts),
      otherMet: spansMet(other.spans, one.parts),
    },
  };
}

export const addCompared = (a: MarksCompared, b: MarksCompared): MarksCompared => ({
  tokens: a.tokens + b.tokens,
  oneTokens: a.oneTokens + b.oneTokens,
  otherTokens: a.otherTokens + b.otherTokens,
  bothTokens: a.bothTokens + b.bothTokens,
  exact: addMatches(a.exact, b.exact),
  overlap: addMatches(a.overlap, b.overlap),
});

const addMatches = (a: SpanMatches, b: SpanMatches): SpanMatches => ({
  one: a.one + b.one,
  other: a.other + b.other,
  oneMet: a.oneMet + b.oneMet,
  otherMet: a.otherMet + b.otherMet,
});

/** Rows: the one marked it or not; columns: the other. For `cohenKappa`. */
export const tokenTable = ({ tokens, oneTokens, otherTokens, bothTokens }: MarksCompared): number[][] => [
  [bothTokens, oneTokens - bothTokens],
  [otherTokens - bothTokens, tokens - oneTokens - otherTokens + bothTokens],
];

/** Krippendorff's α of the two on their tokens. */
export function pairAlpha(compared: MarksCompared): KrippendorffAlpha {
  const [[both = 0, one = 0] = [], [other = 0, neither = 0] = []] = tokenTable(compared);
  const items = [
    { counts: [0, 2], times: both },
    { counts: [1, 1], times: one + other },
    { counts: [2, 0], times: neither },
  ];
  return krippendorffAlpha({ values: [0, 1], items });
}

function sameSpans(ones: readonly Span[], others: readonly Span[]): number {
  let [i, j, same] = [0, 0, 0];
  while (i < ones.length && j < others.length) {
    const order = inOrder(ones[i]!, others[j]!);
    if (order === 0) same++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return same;
}

function sharedTokens(ones: readonly Span[], others: readonly Span[]): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < ones.length && j < others.length) {
    const [one, other] = [ones[i]!, others[j]!];
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end <= other.end) i++;
    else j++;
  }
  return shared;
}

/** How many spans share a token with `parts`; both in reading order, the parts not overlapping. */
function spansMet(spans: readonly Span[], parts: readonly Span[]): number {
  let [j, met] = [0, 0];
  for (const { start, end } of spans) {
    while (j < parts.length && parts[j]!.end <= start) j++;
    if (j < parts.length && parts[j]!.start < end) met++;
  }
  return met;
}
