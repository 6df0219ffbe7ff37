import type { CaseStatus } from '@/lib/core/adjudication/decided-cases';
import type { Verdict } from '@/lib/core/adjudication/decisions-in-force';
import type { Fate } from '@/lib/core/adjudication/fate';

/** What was decided, to stand after who did. */
export const decidedWords: Record<Verdict, string> = {
  accept: 'accepted this reading',
  change: 'changed it to this',
  reject: 'rejected all readings',
  plural: 'left these readings side by side',
};

/** What became of one annotation, to stand before "by Mo". */
export function fateWords(verdict: Verdict, fate: Fate): string {
  if (fate === 'kept') return verdict === 'plural' ? 'Left beside other readings' : 'Accepted';
  if (fate === 'changed') return 'Changed';
  return verdict === 'reject' ? 'Rejected' : 'Decided otherwise';
}

/** What was just done, on its own. */
export const doneWords: Record<Verdict, string> = {
  accept: 'Accepted.',
  change: 'Changed.',
  reject: 'Rejected.',
  plural: 'Left side by side.',
};

export const statusWords: Record<CaseStatus, string> = {
  open: 'To decide',
  agreed: 'All agree',
  decided: 'Decided',
  changed: 'Changed since',
};

/** Reasons that come up again and again. */
export const usualReasons = [
  'The bounds should hold the whole statement.',
  'Only the core of it: the rest is context.',
  'Another tag fits better by its definition.',
  'This is not what the tag is meant for.',
  'The text bears both readings.',
];
