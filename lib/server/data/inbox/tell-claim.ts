import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { query } from '@/lib/server/data/database';
import { wokenSql } from './inbox-notification';
import type { News } from './notify';

/** One entry for each imported person ($1) and whoever is told, which is renewed when it is told again. */
const sql = `
  WITH told AS (
    INSERT INTO notification AS n (user_id, event_id, kind, group_id, reason)
    SELECT m.user_id, x.user_id, 'claim', x.group_id, $3 FROM external_person x
    JOIN membership m ON m.group_id = x.group_id AND CASE WHEN $4::uuid IS NULL
      THEN m.role = ANY($5::text[]) AND m.user_id <> x.asked_by_id ELSE m.user_id = $4::uuid END
    WHERE x.user_id = $1::uuid AND x.group_id = $2::uuid
    ON CONFLICT (user_id, event_id, kind) DO UPDATE
      SET reason = excluded.reason, read_at = NULL, mail_id = NULL, created_at = now()
    RETURNING user_id
  )
  ${wokenSql}`;

/** Tells moderators that somebody says who they are, or that member what moderators answered. Returns whom. */
export async function tellClaim({
  event,
  group,
  to,
  agreed,
}: Extract<News, { kind: 'claim' }>): Promise<string[]> {
  const reason = to === undefined ? 'claim' : agreed ? 'agreed' : 'refused';
  const values = [event, group, reason, to ?? null, rolesThatMay('corpus.import')];
  return (await query<{ user: string }>('tell-claim', sql, values)).map(({ user }) => user);
}
