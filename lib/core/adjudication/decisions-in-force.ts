import type { Span } from '@/lib/core/agreement/marks';

/**
 * `accept`: one or more of the readings, as they are. `change`: other bounds or tags than anybody gave. `reject`: none.
 * `plural`: several readings, side by side, because the text bears them all.
 */
export const verdicts = ['accept', 'change', 'reject', 'plural'] as const;
export type Verdict = (typeof verdicts)[number];

/** A mark as a decision keeps it. UTF-16 code units, end exclusive; slugs of tags. */
export interface KeptMark extends Span {
  id: string;
  tags: readonly string[];
}

/** A row of the history of decisions, which only grows. */
export interface DecisionRow {
  id: string;
  verdict: Verdict | 'undo';
  /** The annotations it speaks of, as they were. */
  subjects: readonly KeptMark[];
  /** What stands in the adjudicated layer instead. */
  marks: readonly KeptMark[];
  /** The decision that it took back. */
  undoes: string | null;
}

export type Decision<Row extends DecisionRow = DecisionRow> = Row & { verdict: Verdict };

/**
 * Of a text's history, oldest first, what holds today. A decision gives way to a later one that speaks of any of the same
 * annotations; when that one is taken back, it holds again.
 */
export function decisionsInForce<Row extends DecisionRow>(history: readonly Row[]): Decision<Row>[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  const spokenOf = new Set<string>();
  const inForce: Decision<Row>[] = [];
  for (const row of history.toReversed()) {
    if (!isDecision(row) || undone.has(row.id)) continue;
    if (row.subjects.some(({ id }) => spokenOf.has(id))) continue;
    for (const { id } of row.subjects) spokenOf.add(id);
    inForce.push(row);
  }
  return inForce.reverse();
}

/**
 * Decisions as far as they speak of any but some `others`, which stand in the text and are not looked at: so that what was
 * decided about more than is looked at does not seem to have changed.
 */
export const decisionsAbout = <Row extends DecisionRow>(
  inForce: readonly Decision<Row>[],
  others: ReadonlySet<string>,
): Decision<Row>[] =>
  inForce.flatMap((decision) => {
    const subjects = decision.subjects.filter(({ id }) => !others.has(id));
    return subjects.length > 0 ? [{ ...decision, subjects }] : [];
  });

const isDecision = <Row extends DecisionRow>(row: Row): row is Decision<Row> => row.verdict !== 'undo';

/** The adjudicated layer: by (start, end, id). */
export const layerOf = (inForce: readonly DecisionRow[]): KeptMark[] =>
  inForce
    .flatMap(({ marks }) => marks)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
