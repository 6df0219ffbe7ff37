import 'server-only';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Annotations of one batch, with their replies: well within the time of a statement. */
const batch = 500;

/** $1 essay, $2 the annotation to begin behind. */
const notesSql = `
  WITH these AS MATERIALIZED (
    SELECT id FROM annotation WHERE essay_id = $1::uuid AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT ${batch}
  ), said AS (
    SELECT index_annotation(id)::text FROM these
    UNION ALL SELECT index_reply(r.id)::text FROM reply r JOIN these ON these.id = r.annotation_id)
  SELECT (SELECT count(*)::int FROM said) AS said, (SELECT id FROM these ORDER BY id DESC OFFSET ${batch - 1} LIMIT 1) AS last`;

const cardsSql = `
  SELECT index_card(c.id)::text FROM card c JOIN reading_list_entry l ON l.group_id = c.group_id WHERE l.essay_id = $1::uuid`;

/**
 * Finds anew by its words what was said on an essay whose language has changed, some of it at a time. Returns the
 * annotation to go on behind; null at the end.
 */
export async function indexNotes(
  _viewer: Viewer,
  { essay, after }: { essay: string; after: string | null },
): Promise<string | null> {
  if (after === null) await query('index-cards', cardsSql, [essay]);
  const [row] = await query<{ last: string | null }>('index-notes', notesSql, [essay, after]);
  return row!.last;
}
