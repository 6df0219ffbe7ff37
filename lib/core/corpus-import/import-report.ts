import { z } from 'zod';

const count = z.int().min(0);

/** How many of each. */
const ImportCounts = z.object({
  people: count,
  tags: count,
  texts: count,
  annotations: count,
  replies: count,
  cards: count,
  /** Passages of cards: annotations in which one is met. */
  occurrences: count,
  relations: count,
  positions: count,
  beliefs: count,
  checks: count,
  decisions: count,
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** An annotation that has no place in any text of the group. */
const OrphanedRow = z.object({
  row: count,
  /** Which annotation of that row, from 1, where a row holds many. */
  nth: count.optional(),
  /** Title of the text that it stood in. */
  text: z.string(),
  quote: z.string(),
  reason: z.string(),
});
export type OrphanedRow = z.infer<typeof OrphanedRow>;

/** Something that is left out, while the rest comes. */
const BadRow = z.object({
  /** From 1, in the unit that the format counts. */
  row: count,
  /** What it is, such as "annotation 14 (0190…)". */
  what: z.string(),
  /** A sentence. */
  reason: z.string(),
});
export type BadRow = z.infer<typeof BadRow>;

/** So many rows are kept of what does not come; of the others, how many they are. */
export const mostListed = 500;

const listed = <Row extends z.ZodType>(row: Row) => z.object({ total: count, rows: z.array(row) });

/** The first of many rows, so that a file of nothing but faults takes up no more than one with a few. */
export interface Listed<Row> {
  total: number;
  rows: Row[];
}

export const noneListed = <Row>(): Listed<Row> => ({ total: 0, rows: [] });

export function list<Row>(listed: Listed<Row>, row: Row): void {
  listed.total += 1;
  if (listed.rows.length < mostListed) listed.rows.push(row);
}

/** What an import did or, as a dry run, would do. */
export const ImportReport = z.object({
  dryRun: z.boolean(),
  /** New in the group. */
  created: ImportCounts,
  /** There already, from an earlier import or because it came from here: left as it is. */
  matched: ImportCounts,
  /**
   * How many of the new annotations say the same on the same passage, under the same name, as one that is there, at another
   * time: they may be the same, and come twice.
   */
  alike: count,
  orphaned: listed(OrphanedRow),
  bad: listed(BadRow),
  /** Texts that annotations of the file stand in; without a slug as long as they are still to be added. */
  essays: z.array(
    z.object({ slug: z.string().nullable(), title: z.string(), isNew: z.boolean(), annotations: count }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;
