import type { Span } from '@/lib/core/agreement/marks';
import { type AdjudicationCase, readingKey } from './adjudication-cases';
import type { Verdict } from './decisions-in-force';

/** More marks than that for one passage are no decision. */
export const mostMarks = 8;

type Reading = Span & { tags: readonly string[] };

/** Why a decision does not go with its case, as a sentence; null when it does. Marks are in whole tokens, as the case's. */
export function refuseDecision(
  { candidates }: Pick<AdjudicationCase, 'candidates'>,
  verdict: Verdict,
  marks: readonly Reading[],
): string | null {
  const known = new Set(candidates.map(readingKey));
  const keys = marks.map(readingKey);
  const areKnown = keys.every((key) => known.has(key));
  if (new Set(keys).size < keys.length) return 'The same reading is there twice.';
  if (marks.length > mostMarks) return `A decision has at most ${mostMarks} readings.`;
  switch (verdict) {
    case 'reject':
      return marks.length > 0 ? 'Where all is rejected, nothing stays.' : null;
    case 'accept':
      if (marks.length === 0) return 'Choose a reading to accept.';
      return areKnown ? null : 'Nobody gave this reading: it would be a change.';
    case 'plural':
      if (marks.length < 2) return 'Several readings are two or more.';
      return areKnown ? null : 'Only readings that somebody gave can stand side by side.';
    case 'change':
      if (marks.length === 0) return 'Say what it should be.';
      if (marks.some(({ tags }) => tags.length === 0)) return 'Choose a tag.';
      return areKnown ? 'This is what somebody gave: accept it instead.' : null;
  }
}
