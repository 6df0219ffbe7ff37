import 'server-only';
import { forbidden } from '@/lib/core/api/problem';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { longestExcerpt } from './log';

/** SQL: entry `e` is a decision that was not taken back; the last of them is what moderators know of a thing. */
export const standingDecision = `e.verb IN ('approve', 'hide', 'remove')
  AND NOT EXISTS (SELECT 1 FROM moderation_entry x WHERE x.undoes_id = e.id)`;

/** SQL: `o` is an answer of the person who gave `p`, to the same card or one that was merged into it: each answer is a new row. */
export const sameAnswerer = (o: string, p: string): string => `${o}.user_id = ${p}.user_id AND EXISTS (
  SELECT 1 FROM card k WHERE k.id = ${o}.card_id AND ${p}.card_id IN (k.id, k.merged_into_id))`;

/** SQL: answers `o` and `p` have the same words. */
export const sameReason = (o: string, p: string): string =>
  `((${o}.reason, ${o}.would_change_mind) = (${p}.reason, ${p}.would_change_mind))`;

/** SQL: the entry `e` was about words that begin as those of relation `r`, as far as the log keeps them. */
export const sameRationale = (e: string, r: string): string =>
  `(${e}.excerpt = left(${r}.rationale, ${longestExcerpt}))`;

/**
 * SQL: entry `e` is about relation `r`, or about another of the same person: one that was drawn on a card of `r`, or merged
 * into it, and decided about before `r` was; or one of the same words that was taken away. To make it anew is no way out.
 */
export const aboutRelation = (e: string, r: string): string => `(${e}.subject_id = ${r}.id OR
  ${e}.kind = 'relation' AND ${e}.author_id = ${r}.created_by_id AND (
    ${e}.created_at <= ${r}.created_at AND EXISTS (
      SELECT 1 FROM card k JOIN card_event s ON s.card_id = k.id
      WHERE (k.id IN (${r}.from_id, ${r}.to_id) OR k.merged_into_id IN (${r}.from_id, ${r}.to_id))
        AND ${e}.subject_id::text IN (s.before ->> 'relation', s.after ->> 'relation'))
    OR ${sameRationale(e, r)} AND ${e}.group_id = (SELECT group_id FROM card WHERE id = ${r}.from_id)
      AND NOT EXISTS (SELECT 1 FROM relation other WHERE other.id = ${e}.subject_id)))`;

interface Decision {
  verb: string;
  /** Whose it is. */
  actor: string;
}

/** The last that moderators said about a thing, about its very words before others; null while they said nothing. */
async function lastDecision(subject: string): Promise<Decision | null> {
  const [row] = await query<Decision>(
    'last-decision',
    `SELECT e.verb, e.actor_id AS actor FROM (
       SELECT *, true AS same FROM moderation_entry WHERE subject_id = $1::uuid
       UNION ALL SELECT e.*, ${sameReason('o', 'p')} FROM position p JOIN position o ON ${sameAnswerer('o', 'p')}
         JOIN moderation_entry e ON e.subject_id = o.id WHERE p.id = $1::uuid
       UNION ALL SELECT e.*, ${sameRationale('e', 'r')} FROM relation r JOIN moderation_entry e ON ${aboutRelation('e', 'r')}
         WHERE r.id = $1::uuid
     ) e WHERE ${standingDecision} ORDER BY e.same DESC, e.id DESC LIMIT 1`,
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
