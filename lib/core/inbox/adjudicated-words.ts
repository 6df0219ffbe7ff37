import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import { type Fate, fateOf, fates } from '@/lib/core/adjudication/fate';
import { grouped } from '@/lib/core/crux/grouped';

/** More reasons than these for one fate nobody reads in an inbox. */
const mostReasons = 3;

/** What decisions say of somebody's annotations, for that person: "2 kept. 3 changed, 1 of them: “The clause ends here.”" */
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

/** Of annotations of one fate. A reason that not all of them have is told with how many have it. */
function wordsOf(same: readonly { fate: Fate; reason: string }[]): string[] {
  const [first] = same;
  if (!first) return [];
  const count = `${same.length} ${first.fate}`;
  const reasons = grouped(
    same.filter(({ reason }) => reason !== ''),
    ({ reason }) => reason,
  );
  const told = [...reasons].slice(0, mostReasons).map(([reason, { length }], at) => {
    const which = length === same.length ? '' : at === 0 ? `, ${length} of them` : `${length}`;
    return `${which}: “${reason}”`;
  });
  if (told.length === 0) return [`${count}.`];
  const more = reasons.size - told.length;
  return [
    count + told.join(' '),
    ...(more > 0 ? [`And ${more} more ${more === 1 ? 'reason' : 'reasons'}.`] : []),
  ];
}

const fatesIn = (decision: Decision, own: ReadonlySet<string>): Fate[] =>
  decision.subjects.filter(({ id }) => own.has(id)).map((mark) => fateOf(decision, mark));
