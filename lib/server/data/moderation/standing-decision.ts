import 'server-only';
import { forbidden } from '@/lib/core/api/problem';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';

/** SQL: entry `e` is a decision that was not taken back; the last of them is what moderators know of a thing. */
export const standingDecision = `e.verb IN ('approve', 'hide', 'remove')
  AND NOT EXISTS (SELECT 1 FROM moderation_entry x WHERE x.undoes_id = e.id)`;

interface Decision {
  verb: string;
  /** Whose it is. */
  actor: string;
}

/** The last that moderators said about a thing; null while they said nothing. */
async function lastDecision(subject: string): Promise<Decision | null> {
  const [row] = await query<Decision>(
    'last-decision',
    `SELECT e.verb, e.actor_id AS actor FROM moderation_entry e WHERE e.subject_id = $1::uuid AND ${standingDecision}
     ORDER BY e.id DESC LIMIT 1`,
    [subject],
  );
  return row ?? null;
}

/** Whether that was that others should not see it. */
export async function wasHidden(subject: string): Promise<boolean> {
  const last = await lastDecision(subject);
  return last !== null && last.verb !== 'approve';
}

/** Throws where a moderator would let their own words through that another one hid; owners have nobody above them. */
export async function refuseOwnCase(
  viewer: Viewer,
  { role }: GroupScope,
  { id, author }: { id: string; author: string },
): Promise<void> {
  if (author !== viewer.user?.id || role === 'owner') return;
  const last = await lastDecision(id);
  if (last && last.verb !== 'approve' && last.actor !== author)
    throw forbidden('This is yours, and another moderator decided. Ask for another look.');
}
