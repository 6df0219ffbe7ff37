import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import type { ConcordanceLine } from '@/lib/core/api/search';
import type { KwicLine } from '@/lib/core/search/kwic';

/** Lines of one answer: a common word has more, which nobody reads through. */
export const mostLines = 1_000;

/** With the annotation or reply that it is of; null of the text itself. */
export type Line = ConcordanceLine & { note: string | null };

export interface Lines {
  lines: Line[];
  /** Not all that may have lines was looked at. */
  isCut: boolean;
}

interface Around {
  essay: { slug: string; title: string; language: string };
  person: Person | null;
  note: string | null;
  path: string;
}

/** A line of a place, whose offsets are in code points by now. */
export const lineOf = (line: KwicLine, { essay: { slug, title, language }, ...rest }: Around): Line => ({
  ...line,
  ...rest,
  essay: { slug, title, language },
});
