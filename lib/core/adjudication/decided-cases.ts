import type { Span } from '@/lib/core/agreement/marks';
import { inOrder } from '@/lib/core/agreement/unit';
import { type AdjudicationCase, readingKey } from './adjudication-cases';
import type { Decision, DecisionRow, KeptMark } from './decisions-in-force';

/**
 * `open`: nobody decided. `agreed`: nobody decided, and there is nothing to decide. `decided`. `changed`: marks have come,
 * gone, been moved or got other tags since it was decided, so somebody should look again; until then the decision holds.
 */
export const caseStatuses = ['open', 'agreed', 'decided', 'changed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export interface DecidedCase<Row extends DecisionRow = DecisionRow> extends AdjudicationCase {
  status: CaseStatus;
  /** The newest of those that speak of any of its marks: a mark may join what were two cases. */
  decision: Decision<Row> | null;
  /** Names what somebody saw who decides: all marks, and what was decided so far. */
  state: string;
}

/**
 * Cases with what was decided about them, in reading order. A decision whose marks are all gone is a case without marks,
 * so that it can be seen and taken back.
 */
export function decidedCases<Row extends DecisionRow>(
  cases: readonly AdjudicationCase[],
  inForce: readonly Decision<Row>[],
): DecidedCase<Row>[] {
  const places = new Map(inForce.flatMap(({ subjects }, place) => subjects.map(({ id }) => [id, place])));
  const met = new Set<number>();
  const standing = cases.map((one) => {
    const found = new Set(one.marks.flatMap(({ id }) => places.get(id) ?? []));
    for (const place of found) met.add(place);
    // In the order of the history, whatever the order of the marks.
    const byTime = [...found].sort((a, b) => a - b);
    return withDecisions(
      one,
      byTime.map((place) => inForce[place]!),
    );
  });
  const gone = inForce.filter((_, place) => !met.has(place)).map(withoutMarks);
  return [...standing, ...gone].sort((a, b) => inOrder(a, b) || (a.id < b.id ? -1 : 1));
}

function withDecisions<Row extends DecisionRow>(
  one: AdjudicationCase,
  decisions: readonly Decision<Row>[],
): DecidedCase<Row> {
  const decision = decisions.at(-1) ?? null;
  const state = [...marksState(one.marks), ...decisions.map(({ id }) => id)].join('\n');
  return { ...one, decision, state, status: statusOf(one, decisions) };
}

function statusOf(one: AdjudicationCase, decisions: readonly DecisionRow[]): CaseStatus {
  const [only] = decisions;
  if (!only) return one.isAgreed ? 'agreed' : 'open';
  const isSame = marksState(only.subjects).join('\n') === marksState(one.marks).join('\n');
  return decisions.length === 1 && isSame ? 'decided' : 'changed';
}

const marksState = (marks: readonly KeptMark[]): string[] =>
  marks.map((mark) => `${mark.id} ${readingKey(mark)}`).sort();

function withoutMarks<Row extends DecisionRow>(decision: Decision<Row>): DecidedCase<Row> {
  const places: readonly Span[] = [...decision.marks, ...decision.subjects];
  return {
    id: decision.id,
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    marks: [],
    candidates: [],
    silent: [],
    isAgreed: false,
    decision,
    state: decision.id,
    status: 'changed',
  };
}
