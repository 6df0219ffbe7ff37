import { type AlphaU, alphaU } from './alpha-u';
import { type AnnotatedText, type Annotator, judgedBy, marksByAnnotator } from './annotated-text';
import type { CountedItem } from './counted-items';
import type { Marks } from './marks';
import { pairCounts } from './pair-counts';
import { taggedUnits } from './tagged-units';
import type { Unit } from './unit';
import { type UnitCoincidences, unitCoincidences } from './unit-coincidences';

/** Values of pairs of people, for their mean. */
export interface PairSum {
  sum: number;
  /** Pairs that have a value. */
  pairs: number;
}

/** What one text says of one tag, made so that texts can be added up: no measure of a whole is a mean of its parts'. */
export interface TagSums {
  /** Who judged the text by it; everybody else is missing. */
  annotators: string[];
  /** Tokens by how many annotators did not and did mark them; empty below two annotators. */
  items: CountedItem[];
  units: UnitCoincidences;
  alphaU: AlphaU;
  kappa: PairSum;
  exact: PairSum;
  overlap: PairSum;
  /** Spans, as they were marked. */
  passages: number;
  /** Spans by the id of who marked any. */
  markers: Map<string, number>;
}

export interface TextSums {
  /** In tokens. */
  length: number;
  /** By tag; null: by whatever tag. */
  tags: Map<string | null, TagSums>;
  /** With the tags as values, of those who judged it by every tag. */
  tagged: UnitCoincidences;
}

/** Everything the measures of a text rest on: linear in its spans, but for pairs of people who marked something. */
export function textSums(text: AnnotatedText, tags: readonly string[]): TextSums {
  const steps = summingText(text, tags);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same a step at a time: a long text takes longer than others may have to wait. */
export function* summingText(text: AnnotatedText, tags: readonly string[]): Generator<undefined, TextSums> {
  const sums: TextSums['tags'] = new Map();
  for (const tag of [null, ...tags]) {
    sums.set(tag, yield* tagSums(judgedBy(text, tag), tag));
    yield;
  }
  const { length, annotators } = judgedBy(text, null);
  const tagged = unitCoincidences({ length, annotators: annotators.map(taggedUnits) });
  return { length, tags: sums, tagged };
}

/** How many numbers and ids are in it: people and tags make it large, and spans do not. */
export function sumsSize({ tags, tagged }: TextSums): number {
  let size = 1;
  for (const row of tagged.observed.values()) size += row.size;
  for (const { annotators, markers, items } of tags.values())
    size += annotators.length + markers.size + items.length;
  return size;
}

function* tagSums(text: AnnotatedText, tag: string | null): Generator<undefined, TagSums> {
  const byMarker = marksByAnnotator(text, tag);
  const marks = [...byMarker.values()];
  yield;
  const continuum = {
    length: text.length,
    annotators: text.annotators.map((annotator) => unitsOf(annotator, byMarker)),
  };
  const units = unitCoincidences(continuum);
  yield;
  // Of many annotators it is not used, and long in the making.
  const ofTwo = alphaU(text.annotators.length === 2 ? continuum : { length: 0, annotators: [] });
  yield;
  const pairs = pairSums(text, marks);
  return {
    annotators: text.annotators.map(({ id }) => id),
    items: itemsOf(text, marks),
    units,
    alphaU: ofTwo,
    ...pairs,
    passages: marks.reduce((sum, { spans }) => sum + spans.length, 0),
    markers: new Map([...byMarker].map(([id, { spans }]) => [id, spans.length])),
  };
}

const unitsOf = ({ id }: Annotator, marks: ReadonlyMap<string, Marks>): Unit[] =>
  (marks.get(id)?.parts ?? []).map(({ start, end }) => ({ start, end, value: 'marked' }));

/** Counts tokens by how many marked them, in one sweep over the ends of marks. */
function itemsOf({ length, annotators }: AnnotatedText, marks: readonly Marks[]): CountedItem[] {
  if (annotators.length < 2) return [];
  const steps = marks
    .flatMap(({ parts }) =>
      parts.flatMap(({ start, end }) => [
        { at: start, by: 1 },
        { at: end, by: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const times = new Array<number>(annotators.length + 1).fill(0);
  let [from, count] = [0, 0];
  for (const { at, by } of [...steps, { at: length, by: 0 }]) {
    times[count]! += at - from;
    from = at;
    count += by;
  }
  return times.flatMap((tokens, marked) =>
    tokens > 0 ? [{ counts: [annotators.length - marked, marked], times: tokens }] : [],
  );
}

/**
 * Whoever marked nothing agrees with a marker on no span, and on their tokens as by chance: 0, without comparing. The
 * loop makes no objects and writes out `cohenKappa` and `spanF1`: it turns twenty thousand times for two hundred people.
 */
function pairSums({ length, annotators }: AnnotatedText, marks: readonly Marks[]) {
  const n = marks.length;
  const silent = n * (annotators.length - n);
  const pairs = silent + (n * (n - 1)) / 2;
  const kappa = { sum: 0, pairs: silent };
  const [exact, overlap] = [
    { sum: 0, pairs },
    { sum: 0, pairs },
  ];
  const { shared, exact: same, met } = pairCounts(marks);
  const tokens = Float64Array.from(marks, (own) => own.tokens);
  const spans = Float64Array.from(marks, (own) => own.spans.length);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const at = i * n + j;
      const either = tokens[i]! + tokens[j]!;
      const byChance = tokens[i]! * tokens[j]! + (length - tokens[i]!) * (length - tokens[j]!);
      if (byChance < length ** 2) {
        const agreed = (length - either + 2 * shared[at]!) * length;
        kappa.sum += (agreed - byChance) / (length ** 2 - byChance);
        kappa.pairs++;
      }
      if (shared[at] === 0) continue;
      exact.sum += (2 * same[at]!) / (spans[i]! + spans[j]!);
      const precision = met[at]! / spans[i]!;
      const recall = met[j * n + i]! / spans[j]!;
      overlap.sum += (2 * precision * recall) / (precision + recall);
    }
  return { kappa, exact, overlap };
}
