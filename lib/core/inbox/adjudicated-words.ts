import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import { type Fate, fateOf, fates } from '@/lib/core/adjudication/fate';

/** More reasons than these for one fate nobody reads in an inbox. */
const mostReasons = 3;

/** What decisions say of somebody's annotations, for that person: "2 kept. 1 changed: “The clause ends here.”" */
export function adjudicatedWords(
  decisions: readonly (Decision & { reason: string })[],
  own: ReadonlySet<string>,
): string {
  const all = decisions.flatMap((decision) =>
    fatesIn(decision, own).map((fate) => ({ fate, reason: decision.reason })),
  );
  if (all.length === 0) return 'What was decided has been taken back.';
  return fates.flatMap((fate) => wordsOf(all.filter((one) => one.fate === fate))).join(' ');
}

/** Of annotations of one fate. */
function wordsOf(same: readonly { fate: Fate; reason: string }[]): string[] {
  const [first] = same;
  if (!first) return [];
  const count = `${same.length} ${first.fate}`;
  const reasons = [...new Set(same.flatMap(({ reason }) => reason || []))];
  if (reasons.length === 0) return [`${count}.`];
  const shown = reasons.slice(0, mostReasons).map((reason) => `“${reason}”`);
  const more = reasons.length - shown.length;
  return [`${count}: ${shown.join(' ')}`, ...(more > 0 ? [`And ${more} more.`] : [])];
}

const fatesIn = (decision: Decision, own: ReadonlySet<string>): Fate[] =>
  decision.subjects.filter(({ id }) => own.has(id)).map((mark) => fateOf(decision, mark));
