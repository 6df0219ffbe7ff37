import { type AnnotatedText, marksByAnnotator } from './annotated-text';
import { cohenKappa } from './cohen-kappa';
import { addCompared, compareMarks, type MarksCompared, pairAlpha, tokenTable } from './compare-marks';
import { marksOf } from './marks';
import { type Measure, undefinedBecause } from './measure';
import { spanF1 } from './span-f1';

/** Two people over all texts that both annotated. */
export interface PairFigures {
  /** Places in `people`. */
  one: number;
  other: number;
  alpha: Measure;
  kappa: Measure;
  exact: Measure;
  overlap: Measure;
  /** Tokens that both read, and spans that either marked. */
  tokens: number;
  passages: number;
}

export interface PairMatrix {
  /** Ids of those who marked anything, the most first. */
  people: string[];
  /** How many more marked something. */
  more: number;
  /** Every two of them once. */
  pairs: PairFigures[];
}

/** Everybody with everybody, by one tag (null: whatever tag); of very many those who marked most. */
export function pairMatrix(texts: readonly AnnotatedText[], tag: string | null, limit: number): PairMatrix {
  const marked = texts.map((text) => ({ text, marks: marksByAnnotator(text, tag) }));
  const spans = new Map<string, number>();
  for (const { marks } of marked)
    for (const [id, own] of marks) spans.set(id, (spans.get(id) ?? 0) + own.spans.length);
  const all = [...spans.keys()].sort((a, b) => spans.get(b)! - spans.get(a)! || (a < b ? -1 : 1));
  const people = all.slice(0, limit);
  const compared = new Map<string, MarksCompared>();
  for (const { text, marks } of marked) {
    const annotated = new Set(text.annotators.map(({ id }) => id));
    const here = people.flatMap((id, place) =>
      annotated.has(id) ? [{ place, own: marks.get(id) ?? none }] : [],
    );
    for (const [i, one] of here.entries())
      for (const other of here.slice(i + 1)) {
        const key = `${one.place} ${other.place}`;
        const found = compareMarks(one.own, other.own, text.length);
        const before = compared.get(key);
        compared.set(key, before ? addCompared(before, found) : found);
      }
  }
  const pairs = people.flatMap((_, one) =>
    people.slice(one + 1).map((_, i) => pairFigures({ one, other: one + 1 + i }, compared)),
  );
  return { people, more: all.length - people.length, pairs };
}

const none = marksOf([]);

function pairFigures(
  { one, other }: { one: number; other: number },
  all: ReadonlyMap<string, MarksCompared>,
): PairFigures {
  const compared = all.get(`${one} ${other}`);
  if (!compared) {
    const apart = undefinedBecause('nothing-shared');
    return { one, other, alpha: apart, kappa: apart, exact: apart, overlap: apart, tokens: 0, passages: 0 };
  }
  return {
    ...{ one, other },
    alpha: pairAlpha(compared).alpha,
    kappa: cohenKappa(tokenTable(compared)).kappa,
    exact: spanF1(compared.exact),
    overlap: spanF1(compared.overlap),
    tokens: compared.tokens,
    passages: compared.exact.one + compared.exact.other,
  };
}
