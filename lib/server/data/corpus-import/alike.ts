import 'server-only';
import type { PreparedOf } from '@/lib/core/corpus-import/prepared';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Importing } from './importing';
import type { ThreadRows } from './thread-rows';
import { isOfSame } from './twins';

/** What everybody sees on the same passages in the same words, of whatever time; `nth`: of which of those asked about. */
const sql = `
  SELECT s.nth, a.author_id AS author, u.name
  FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[]) WITH ORDINALITY AS s (version, start, "end", words, nth)
  JOIN anchor n ON n.essay_version_id = s.version AND n.start = s.start AND n."end" = s."end"
  JOIN annotation a ON a.id = n.annotation_id AND a.comment_markdown IS NOT DISTINCT FROM s.words
  JOIN "user" u ON u.id = a.author_id
  WHERE a.group_id = $1::uuid AND ${annotationShownTo(everybody)}`;

/** An annotation that is new to the group. */
export interface NewThread {
  mark: PreparedOf<'annotation'>;
  rows: ThreadRows;
}

/**
 * How many of some new annotations are like one that is there: the same words on the same passage by the same author, or
 * one of that name, at another time. Those may be the same, from where times are not kept; or said again.
 */
export async function countAlike(importing: Importing, threads: readonly NewThread[]): Promise<number> {
  const asked = threads.filter(({ rows }) => rows.annotation?.visibility === 'group');
  if (asked.length === 0) return 0;
  const found = await query<{ nth: string; author: string; name: string }>('alike-annotations', sql, [
    importing.group,
    asked.map(({ rows }) => rows.anchor!.essayVersionId),
    asked.map(({ rows }) => rows.anchor!.start),
    asked.map(({ rows }) => rows.anchor!.end),
    asked.map(({ rows }) => rows.annotation!.commentMarkdown ?? null),
  ]);
  const alike = found.filter((there) =>
    isOfSame(importing, there, asked[Number(there.nth) - 1]!.mark.annotation),
  );
  return new Set(alike.map(({ nth }) => nth)).size;
}
