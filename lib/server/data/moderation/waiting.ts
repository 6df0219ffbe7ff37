import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';

/** SQL: the roles of those who moderate. */
export const moderating = rolesThatMay('moderation.review')
  .map((role) => `'${role}'`)
  .join();

const flaggedAs = (condition: string) =>
  `EXISTS (SELECT 1 FROM flag f WHERE f.subject_id = s.id AND f.settled_by_id IS NULL AND ${condition})`;

/** SQL: subject `s` asks moderators to look at it. What was reworded since a decision is in the queue, and asks nothing. */
export const isWaiting = `s.standing IS NOT NULL AND (s.standing = 'pending' OR ${flaggedAs('true')})`;

/** SQL: the most pressing of the reasons (lib/core/moderation/triggers.ts) why `s` does. */
export const whyWaiting = `CASE WHEN ${flaggedAs("f.reason <> 'appeal'")} THEN 'flagged'
  WHEN s.standing = 'pending' THEN 'waiting' ELSE 'appealed' END`;
