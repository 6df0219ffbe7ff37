import 'server-only';

/** SQL of why the thing is held (`Held` in lib/core/annotation/annotation.ts), null when it is not; for those who see it. */
export const heldJson = (alias: string): string => `(
  SELECT o FROM (SELECT ${alias}.held AS "as",
    CASE WHEN ${alias}.held = 'hidden' THEN coalesce((SELECT e.note FROM moderation_entry e
      WHERE e.subject_id = ${alias}.id AND e.verb = 'hide' ORDER BY e.id DESC LIMIT 1), '') ELSE '' END AS note,
    EXISTS (SELECT 1 FROM flag f WHERE f.subject_id = ${alias}.id AND f.reason = 'appeal' AND f.settled_by_id IS NULL)
      AS appealed
  ) o WHERE ${alias}.held IS NOT NULL)`;
