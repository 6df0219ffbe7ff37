import 'server-only';
import type { DecisionRow } from '@/lib/core/adjudication/decisions-in-force';
import { query } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';

/** A row of the history with the id of its text, who decided (their id), and when. */
export interface KeptDecision extends DecisionRow {
  version: string;
  reason: string;
  actor: string;
  created: string;
}

/** What was decided in group $1 about texts $2 (ids of versions), oldest first; `only`: of what. */
export const decisionHistory = (only = 'true') => `
  SELECT id, essay_version_id AS version, verdict, subjects, marks, reason, actor_id AS actor, undoes_id AS undoes,
    ${wireTime('created_at')} AS created
  FROM adjudication WHERE group_id = $1::uuid AND essay_version_id = ANY($2::uuid[]) AND ${only}
  ORDER BY adjudication.created_at, id`;

const ofText = decisionHistory();

/** What was decided about a text, whether or not it still holds. Asks nobody's leave. */
export const decisionRows = (group: string, version: string): Promise<KeptDecision[]> =>
  query<KeptDecision>('decision-history', ofText, [group, [version]]);
