import type { BadRow } from './corpus-source';

/** How many of each. */
export interface ImportCounts {
  people: number;
  tags: number;
  texts: number;
  annotations: number;
  replies: number;
  cards: number;
  relations: number;
  positions: number;
  beliefs: number;
  checks: number;
}

/** An annotation that has no place in any text of the group. */
export interface OrphanedRow {
  row: number;
  /** Title of the text that it stood in. */
  text: string;
  quote: string;
  reason: string;
}

/** Lists longer than this are cut; how many there are is told beside them. */
export const mostListed = 500;

/** What an import did or, as a dry run, would do. */
export interface ImportReport {
  dryRun: boolean;
  /** New in the group. */
  created: ImportCounts;
  /** There already, from an earlier import or because it came from here: left as it is. */
  matched: ImportCounts;
  orphaned: { total: number; rows: OrphanedRow[] };
  bad: { total: number; rows: BadRow[] };
  /** Texts of the group that annotations of the file stand in. */
  essays: { slug: string | null; title: string; isNew: boolean; annotations: number }[];
}
