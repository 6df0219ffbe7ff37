import 'server-only';
import type { Held } from '@/lib/core/annotation/annotation';
import { query } from '@/lib/server/data/database';
import { heldJson } from '@/lib/server/data/held-json';
import {
  aboutRelation,
  sameAnswerer,
  sameRationale,
  sameReason,
  standingDecision,
} from './standing-decision';

/**
 * SQL: whether the words of position `p` are hidden or wait, or null. The answer itself counts all the same. Each answer is
 * a new row, so what was decided about any of a person's on a card holds: the same words stay hidden, others wait, and
 * where there are none nothing does.
 */
export const reasonHeld = (p: string): string => `(
  SELECT CASE WHEN e.verb = 'approve' OR concat(${p}.reason, ${p}.would_change_mind) = '' THEN NULL
    WHEN ${sameReason('o', p)} THEN 'hidden' ELSE 'pending' END
  FROM moderation_entry e JOIN position o ON o.id = e.subject_id
  WHERE e.author_id = ${p}.user_id AND e.kind = 'position' AND ${sameAnswerer('o', p)} AND ${standingDecision}
  ORDER BY ${sameReason('o', p)} DESC, e.id DESC LIMIT 1)`;

/** SQL: the same of the words of relation `r`, which are never changed, but can be taken away and given anew. */
export const rationaleHeld = (r: string): string => `(
  SELECT CASE WHEN e.verb = 'approve' OR ${r}.rationale = '' THEN NULL
    WHEN e.subject_id = ${r}.id OR ${sameRationale('e', r)} THEN 'hidden' ELSE 'pending' END
  FROM moderation_entry e
  WHERE e.author_id = ${r}.created_by_id AND ${aboutRelation('e', r)} AND ${standingDecision}
  ORDER BY (e.subject_id = ${r}.id OR ${sameRationale('e', r)}) DESC, e.id DESC LIMIT 1)`;

const sql = {
  position: `SELECT p.id, ${reasonHeld('p')} AS held FROM position p WHERE p.id = ANY($1::uuid[])`,
  relation: `SELECT r.id, ${rationaleHeld('r')} AS held FROM relation r WHERE r.id = ANY($1::uuid[])`,
};

/** Of these positions or relations those whose words others do not see, and why. */
export async function heldWords(
  kind: 'position' | 'relation',
  ids: readonly string[],
): Promise<Map<string, NonNullable<Held>>> {
  const rows = await query<{ id: string; held: NonNullable<Held> }>(
    `held-words-${kind}`,
    `SELECT x.id, row_to_json(${heldJson('x')}) AS held FROM (${sql[kind]}) x WHERE x.held IS NOT NULL`,
    [ids],
  );
  return new Map(rows.map(({ id, held }) => [id, held]));
}
