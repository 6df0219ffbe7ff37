import 'server-only';
import type { DecisionRow } from '@/lib/core/adjudication/decisions-in-force';
import { query } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';

/** A row of the history with who decided (their id), and when. */
export interface KeptDecision extends DecisionRow {
  reason: string;
  actor: string;
  created: string;
}

/** Of group $1 and text $2, oldest first; made by $3 at the latest. */
const decisionHistory = `
  SELECT id, verdict, subjects, marks, reason, actor_id AS actor, undoes_id AS undoes, ${wireTime('created_at')} AS created
  FROM adjudication WHERE group_id = $1::uuid AND essay_version_id = $2::uuid AND created_at <= $3::timestamptz
  ORDER BY adjudication.created_at, id`;

/** What was decided about a text, whether or not it still holds. Asks nobody's leave. */
export const decisionRows = (group: string, version: string): Promise<KeptDecision[]> =>
  query<KeptDecision>('decision-history', decisionHistory, [group, version, 'infinity']);
