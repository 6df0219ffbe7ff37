import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import { type Fate, fateOf, fates } from '@/lib/core/adjudication/fate';
import { grouped } from '@/lib/core/crux/grouped';

/** More reasons than these for one fate nobody reads in an inbox. */
const mostReasons = 3;

/** What decisions say of somebody's annotations, for that person: "2 kept. 3 changed: 1 for “The clause ends here.”, 2 without a reason." */
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

/** Of annotations of one fate, with the reasons, if any were given, and how many have each, if not all have the same. */
function wordsOf(same: readonly { fate: Fate; reason: string }[]): string[] {
  const [first] = same;
  if (!first) return [];
  const count = `${same.length} ${first.fate}`;
  const reasons = [...grouped(same, ({ reason }) => reason)];
  if (reasons.length === 1) return [first.reason === '' ? `${count}.` : `${count}: “${first.reason}”`];
  const given = reasons.filter(([reason]) => reason !== '').map(([reason, of]) => ({ reason, n: of.length }));
  const told = given.slice(0, mostReasons).map(({ reason, n }) => `${n} for “${reason}”`);
  const others = given.slice(mostReasons).reduce((all, { n }) => all + n, 0);
  const without = same.length - given.reduce((all, { n }) => all + n, 0);
  if (others > 0)
    told.push(`${others} for ${given.length > mostReasons + 1 ? 'other reasons' : 'another reason'}`);
  if (without > 0) told.push(`${without} without a reason`);
  const words = `${count}: ${told.join(', ')}`;
  return [words.endsWith('”') ? words : `${words}.`];
}

const fatesIn = (decision: Decision, own: ReadonlySet<string>): Fate[] =>
  decision.subjects.filter(({ id }) => own.has(id)).map((mark) => fateOf(decision, mark));
