import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import type { ConcordanceLine } from '@/lib/core/api/search';
import type { KwicLine } from '@/lib/core/search/kwic';

/** Lines of one answer: a common word has more, which nobody reads through. */
export const mostLines = 1_000;

export interface Lines {
  lines: ConcordanceLine[];
  /** Not all that may have lines was looked at. */
  isCut: boolean;
}

interface Around {
  essay: { slug: string; title: string; language: string };
  person: Person | null;
  path: string;
}

/** A line of a place, whose offsets are in code points by now. */
export const lineOf = (
  line: KwicLine,
  { essay: { slug, title, language }, ...rest }: Around,
): ConcordanceLine => ({
  ...line,
  ...rest,
  essay: { slug, title, language },
});
