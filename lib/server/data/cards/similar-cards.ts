import 'server-only';
import type { SimilarCard } from '@/lib/core/api/cards';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { threadFor } from '@/lib/server/data/thread';
import type { Viewer } from '@/lib/server/data/viewer';

/** Most that are shown; whoever needs more searches. */
const most = 8;
/** pg_trgm similarity from which two statements count as nearly the same. */
const alike = 0.3;

/**
 * By letters (trigrams), by words (any of them, ranked) and by passages that overlap with the annotation's. Each finds
 * what the others miss; the order is: shared passages, then likeness, then words.
 */
const sql = `
  WITH place AS (
    SELECT essay_version_id, start, "end" FROM anchor WHERE annotation_id = $3::uuid
  ), shared AS (
    SELECT o.card_id, count(DISTINCT x.annotation_id)::int AS n
    FROM place p JOIN anchor x ON x.essay_version_id = p.essay_version_id AND x.start < p."end" AND x."end" > p.start
    JOIN annotation a ON a.id = x.annotation_id AND a.group_id = $1::uuid AND a.deleted_at IS NULL AND a.visibility = 'group'
    JOIN occurrence o ON o.annotation_id = a.id GROUP BY o.card_id
  ), words AS (
    SELECT nullif(replace(plainto_tsquery('simple', $2)::text, '&', '|'), '')::tsquery AS any_of
  ), found AS (
    SELECT id FROM card WHERE group_id = $1::uuid AND statement % $2
    UNION SELECT c.id FROM card c, words WHERE c.group_id = $1::uuid
      AND to_tsvector('simple', c.statement || ' ' || c.details) @@ words.any_of
    UNION SELECT card_id FROM shared
  )
  SELECT c.id, c.number, c.kind, c.statement, c.status, similarity(c.statement, $2) AS similarity,
    coalesce(shared.n, 0) AS "sharedPassages"
  FROM found JOIN card c USING (id) LEFT JOIN shared ON shared.card_id = c.id, words
  WHERE c.status NOT IN ('merged', 'archived')
    AND (shared.n > 0 OR similarity(c.statement, $2) >= ${alike}
      OR ts_rank(to_tsvector('simple', c.statement || ' ' || c.details), words.any_of) >= 0.05)
  ORDER BY coalesce(shared.n, 0) > 0 DESC, similarity DESC,
    ts_rank(to_tsvector('simple', c.statement || ' ' || c.details), words.any_of) DESC NULLS LAST, c.number
  LIMIT ${most}`;

/** Cards of the group that may say the same already, nearest first. */
export async function similarCards(
  viewer: Viewer,
  group: string,
  { statement, annotation }: { statement: string; annotation?: string | undefined },
): Promise<SimilarCard[]> {
  const { id } = await groupFor(viewer, group, 'card.read');
  const thread = annotation === undefined ? null : await threadFor(viewer, annotation);
  const passage = thread?.id === id ? thread.annotation : null;
  return query<SimilarCard>('similar-cards', sql, [id, statement, passage]);
}
