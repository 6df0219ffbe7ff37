import 'server-only';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Annotations, with their replies, and cards of one batch: well within the time of a statement. */
const batch = 500;

/** $1 essay, $2 the annotation or card to begin behind, $3 group. Cards are in the language of the first essay on its list. */
const sql = `
  WITH these AS MATERIALIZED (
    (SELECT id, 'annotation' AS kind FROM annotation
      WHERE essay_id = $1::uuid AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT ${batch})
    UNION ALL
    (SELECT c.id, 'card' FROM reading_list_entry l JOIN card c ON c.group_id = l.group_id
      WHERE l.essay_id = $1::uuid AND ($2::uuid IS NULL OR c.id > $2::uuid) AND NOT EXISTS (
        SELECT 1 FROM reading_list_entry o WHERE o.group_id = l.group_id AND o.position < l.position)
      ORDER BY c.id LIMIT ${batch})
    UNION ALL
    (SELECT id, 'card' FROM card WHERE group_id = $3::uuid AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT ${batch})
    ORDER BY id LIMIT ${batch}
  ), said AS (
    SELECT index_annotation(id)::text FROM these WHERE kind = 'annotation'
    UNION ALL SELECT index_reply(r.id)::text FROM reply r JOIN these ON these.id = r.annotation_id
    UNION ALL SELECT index_card(id)::text FROM these WHERE kind = 'card')
  SELECT (SELECT count(*)::int FROM said) AS said, (SELECT id FROM these ORDER BY id OFFSET ${batch - 1} LIMIT 1) AS last`;

/** An essay whose language has changed, or a group whose first essay is another one. */
export type Reworded = { essay: string } | { group: string };

/**
 * Finds anew by its words what was said on an essay, or the cards of a group, some of it at a time. Returns the
 * annotation or card to go on behind; null at the end.
 */
export async function indexNotes(
  _viewer: Viewer,
  { after, ...of }: Reworded & { after: string | null },
): Promise<string | null> {
  const { essay = null, group = null } = of as { essay?: string; group?: string };
  const [row] = await query<{ last: string | null }>('index-notes', sql, [essay, after, group]);
  return row!.last;
}
