import { byId } from '@/lib/core/crux/grouped';
import { type AnnotatedText, judgedBy, marksByAnnotator } from './annotated-text';
import { cohenKappa } from './cohen-kappa';
import { addCompared, compareMarks, type MarksCompared, pairAlpha, tokenTable } from './compare-marks';
import { marksOf } from './marks';
import { type Measure, undefinedBecause } from './measure';
import { spanF1 } from './span-f1';
import type { TagSums } from './text-sums';

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

/** Who marked anything in texts, the most first; of very many so many, and how many more there are. */
export function mostMarking(
  texts: readonly Pick<TagSums, 'markers'>[],
  limit: number,
): Pick<PairMatrix, 'people' | 'more'> {
  const spans = new Map<string, number>();
  for (const { markers } of texts) for (const [id, own] of markers) spans.set(id, (spans.get(id) ?? 0) + own);
  const all = [...spans.keys()].sort((a, b) => spans.get(b)! - spans.get(a)! || byId(a, b));
  return { people: all.slice(0, limit), more: Math.max(0, all.length - limit) };
}

/** Two people in one text, by the order of their ids. */
export interface PairCompared {
  one: string;
  other: string;
  compared: MarksCompared;
}

/** Every two of a text's annotators who judged it by a tag (null: whatever tag), a step at a time. */
export function* comparingPairs(
  text: AnnotatedText,
  tag: string | null,
): Generator<undefined, PairCompared[]> {
  const judged = judgedBy(text, tag);
  const marks = marksByAnnotator(judged, tag);
  const people = judged.annotators.map(({ id }) => id).sort(byId);
  const pairs: PairCompared[] = [];
  for (const [i, one] of people.entries()) {
    for (const other of people.slice(i + 1)) {
      const compared = compareMarks(marks.get(one) ?? none, marks.get(other) ?? none, text.length);
      pairs.push({ one, other, compared });
    }
    yield;
  }
  return pairs;
}

/** Everybody with everybody over all texts that both judged. */
export function pairMatrix(
  { people, more }: Pick<PairMatrix, 'people' | 'more'>,
  texts: readonly (readonly PairCompared[])[],
): PairMatrix {
  const all = new Map<string, MarksCompared>();
  for (const { one, other, compared } of texts.flat()) {
    const before = all.get(`${one} ${other}`);
    all.set(`${one} ${other}`, before ? addCompared(before, compared) : compared);
  }
  const pairs = people.flatMap((id, one) =>
    people.slice(one + 1).map((otherId, i) => {
      const found = all.get([id, otherId].sort(byId).join(' '));
      return { one, other: one + 1 + i, ...pairFigures(found) };
    }),
  );
  return { people, more, pairs };
}

const none = marksOf([]);

function pairFigures(compared: MarksCompared | undefined): Omit<PairFigures, 'one' | 'other'> {
  if (!compared) {
    const apart = undefinedBecause('nothing-shared');
    return { alpha: apart, kappa: apart, exact: apart, overlap: apart, tokens: 0, passages: 0 };
  }
  return {
    alpha: pairAlpha(compared).alpha,
    kappa: cohenKappa(tokenTable(compared)).kappa,
    exact: spanF1(compared.exact),
    overlap: spanF1(compared.overlap),
    tokens: compared.tokens,
    passages: compared.exact.one + compared.exact.other,
  };
}
