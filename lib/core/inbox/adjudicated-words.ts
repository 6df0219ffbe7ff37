import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import { type Fate, fateOf, fates } from '@/lib/core/adjudication/fate';

/** More reasons than these nobody reads in an inbox. */
const mostReasons = 3;

/** What decisions say of somebody's annotations, for that person: "2 kept, 1 changed. “The clause ends here.”" */
export function adjudicatedWords(
  decisions: readonly (Decision & { reason: string })[],
  own: ReadonlySet<string>,
): string {
  const all = decisions.flatMap((decision) => fatesIn(decision, own));
  if (all.length === 0) return 'What was decided has been taken back.';
  const counts = fates.flatMap((fate) => {
    const count = all.filter((one) => one === fate).length;
    return count > 0 ? [`${count} ${fate}`] : [];
  });
  const reasons = new Set(decisions.filter(concerns(own)).flatMap(({ reason }) => reason || []));
  const shown = [...reasons].slice(0, mostReasons).map((reason) => `“${reason}”`);
  const more = reasons.size - shown.length;
  return [`${counts.join(', ')}.`, ...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

const concerns =
  (own: ReadonlySet<string>) =>
  ({ subjects }: Decision): boolean =>
    subjects.some(({ id }) => own.has(id));

const fatesIn = (decision: Decision, own: ReadonlySet<string>): Fate[] =>
  decision.subjects.filter(({ id }) => own.has(id)).map((mark) => fateOf(decision, mark));
