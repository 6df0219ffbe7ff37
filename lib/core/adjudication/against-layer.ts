import { type AnnotatedText, marksByTag, type TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { cohenKappa } from '@/lib/core/agreement/cohen-kappa';
import { addCompared, compareMarks, tokenTable } from '@/lib/core/agreement/compare-marks';
import { type Marks, marksOf, type Span } from '@/lib/core/agreement/marks';
import { type Measure, undefinedBecause } from '@/lib/core/agreement/measure';
import { spanF1 } from '@/lib/core/agreement/span-f1';
import { taggedUnits } from '@/lib/core/agreement/tagged-units';

export interface AgainstLayer {
  /** The annotator's id. */
  id: string;
  /** Their passages and those of the layer. */
  passages: number;
  decided: number;
  exact: Measure;
  overlap: Measure;
  kappa: Measure;
}

/** What was decided in a text. Offsets are tokens. */
export interface DecidedText {
  /** Marks that stand. */
  layer: readonly TaggedSpan[];
  cases: readonly (Span & { isDecided: boolean })[];
}

/** `tags`: what has another tag does not match. `bounds`: whatever the tag. */
export const matchings = ['tags', 'bounds'] as const;
export type Matching = (typeof matchings)[number];

/**
 * How far each annotator agrees with what was decided. Offsets are tokens. Give only marks that answer a decision: what
 * nobody has decided yet is no error. It is no agreement either: κ leaves out the tokens that only undecided cases cover,
 * and is undefined while those are the greater part of the cases, since the passages to come are then missing from what
 * would be marked by chance. That line is our own: no source draws one.
 *
 * By one tag, or by all of them (null). Then, where tags match, spans count once for each of their tags and meet spans of
 * the same tag, and κ is nominal: the value of a token is the tags that it bears.
 */
export function againstLayer(
  { length, annotators }: AnnotatedText,
  { layer, cases }: DecidedText,
  { tag, match }: { tag: string | null; match: Matching },
): AgainstLayer[] {
  const known = [...layer, ...cases.filter(({ isDecided }) => isDecided)];
  const undecided = cases.filter(({ isDecided }) => !isDecided);
  const tokens = length - (marksOf([...known, ...undecided]).tokens - marksOf(known).tokens);
  const isEarly = 2 * undecided.length > cases.length;
  const byTag = tag === null && match === 'tags';
  const marksOfTags = (spans: readonly TaggedSpan[]): ReadonlyMap<string | null, Marks> =>
    byTag ? marksByTag(spans) : new Map([[tag, bearing(spans, tag)]]);
  const decided = marksOfTags(layer);
  const values = byTag ? valuesOf(layer) : none;
  return annotators.map(({ id, spans }) => {
    const own = marksOfTags(spans);
    const compared = [...new Set([...decided.keys(), ...own.keys()])]
      .map((one) => compareMarks(own.get(one) ?? unmarked, decided.get(one) ?? unmarked, tokens))
      .reduce(addCompared, compareMarks(unmarked, unmarked, 0));
    return {
      id,
      passages: compared.exact.one,
      decided: compared.exact.other,
      exact: spanF1(compared.exact),
      overlap: spanF1(compared.overlap),
      kappa: isEarly
        ? undefinedBecause('few-decided')
        : cohenKappa(byTag ? valueTable(valuesOf(spans), values, tokens) : tokenTable(compared)).kappa,
    };
  });
}

const unmarked = marksOf([]);

const bearing = (spans: readonly TaggedSpan[], tag: string | null) =>
  marksOf(spans.filter(({ tags }) => tag === null || tags.includes(tag)));

type Values = ReadonlyMap<number, string>;
const none: Values = new Map();

/** Tokens by the tags that the one and the layer give them; the first row and column are those without any. */
function valueTable(own: Values, decided: Values, tokens: number): number[][] {
  const values = ['', ...new Set([...own.values(), ...decided.values()])];
  const places = new Map(values.map((value, place) => [value, place]));
  const placeOf = (value = '') => places.get(value)!;
  const table = values.map(() => values.map(() => 0));
  const marked = new Set([...own.keys(), ...decided.keys()]);
  for (const token of marked) table[placeOf(own.get(token))]![placeOf(decided.get(token))]!++;
  table[0]![0]! += tokens - marked.size;
  return table;
}

/** The tags of each token that has any, as one value. */
function valuesOf(spans: readonly TaggedSpan[]): Values {
  const values = new Map<number, string>();
  for (const { start, end, value } of taggedUnits({ spans }))
    for (let token = start; token < end; token++) values.set(token, value);
  return values;
}
