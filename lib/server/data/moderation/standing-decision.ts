import 'server-only';
import { query } from '@/lib/server/data/database';

/** SQL: entry `e` is a decision that was not taken back; the last of them is what moderators know of a thing. */
export const standingDecision = `e.verb IN ('approve', 'hide', 'remove')
  AND NOT EXISTS (SELECT 1 FROM moderation_entry x WHERE x.undoes_id = e.id)`;

/** Whether the last that moderators said about a thing is that others should not see it. */
export async function wasHidden(subject: string): Promise<boolean> {
  const [row] = await query<{ verb: string }>(
    'last-decision',
    `SELECT e.verb FROM moderation_entry e WHERE e.subject_id = $1::uuid AND ${standingDecision}
     ORDER BY e.id DESC LIMIT 1`,
    [subject],
  );
  return row !== undefined && row.verb !== 'approve';
}
