import 'server-only';
import { query } from '@/lib/server/data/database';

/**
 * SQL: whether what a person contributes to a group waits for a moderator, given as two expressions. It does for
 * members of whom fewer contributions stand than the group wants to look at; moderators know what they do.
 */
export const waitsForLook = (group: string, author: string): string => `coalesce((
  SELECT CASE WHEN g.review_first = 0 OR m.role <> 'member' THEN false ELSE g.review_first > (
    SELECT count(*) FROM (
      (SELECT 1 FROM annotation x WHERE x.author_id = m.user_id AND x.group_id = g.id
        AND x.visibility = 'group' AND x.held IS NULL AND x.deleted_at IS NULL LIMIT g.review_first)
      UNION ALL
      (SELECT 1 FROM reply y JOIN annotation x ON x.id = y.annotation_id AND x.group_id = g.id
        AND x.visibility = 'group' WHERE y.author_id = m.user_id AND y.held IS NULL AND y.deleted_at IS NULL
        LIMIT g.review_first)
      UNION ALL
      (SELECT 1 FROM card z WHERE z.group_id = g.id AND z.created_by_id = m.user_id AND z.held IS NULL
        LIMIT g.review_first)) stand
  ) END
  FROM "group" g JOIN membership m ON m.group_id = g.id
  WHERE g.id = ${group} AND m.user_id = ${author}), false)`;

/** The same, asked on its own. */
export async function isUnderReview(group: string, author: string): Promise<boolean> {
  const [row] = await query<{ waits: boolean }>(
    'waits-for-look',
    `SELECT ${waitsForLook('$1::uuid', '$2::uuid')} AS waits`,
    [group, author],
  );
  return row?.waits ?? false;
}
