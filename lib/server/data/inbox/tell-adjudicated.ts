import 'server-only';
import { decisionsInForce } from '@/lib/core/adjudication/decisions-in-force';
import { decisionRows, type KeptDecision } from '@/lib/server/data/adjudication/decision-rows';
import { query } from '@/lib/server/data/database';
import { inboxNotification } from './inbox-notification';

/**
 * $1 people and $2 the last decision about marks of theirs. While their last notice of the text is neither read nor mailed,
 * it tells of this, too: so there is one for a session, not one for a decision.
 */
const sql = `
  WITH due AS (
    SELECT t.user_id, t.event_id, j.group_id, j.essay_version_id, j.created_at
    FROM unnest($1::uuid[], $2::uuid[]) AS t (user_id, event_id) JOIN adjudication j ON j.id = t.event_id
    JOIN membership m ON m.group_id = j.group_id AND m.user_id = t.user_id
  ), notice AS (
    SELECT DISTINCT ON (due.user_id) due.user_id, n.id, n.read_at IS NULL AND n.mail_id IS NULL AS is_open, j.created_at
    FROM due JOIN notification n ON n.user_id = due.user_id AND n.kind = 'adjudication'
    JOIN adjudication j ON j.id = n.event_id AND j.group_id = due.group_id AND j.essay_version_id = due.essay_version_id
    ORDER BY due.user_id, j.created_at DESC
  ), fresh AS (
    SELECT due.*, notice.id AS notice, coalesce(notice.is_open, false) AS joins FROM due LEFT JOIN notice USING (user_id)
    WHERE notice.created_at IS NULL OR notice.created_at < due.created_at
  ), joined AS (
    UPDATE notification n SET event_id = fresh.event_id, created_at = now() FROM fresh
    WHERE fresh.joins AND n.id = fresh.notice RETURNING n.user_id
  ), told AS (
    INSERT INTO notification (user_id, event_id, kind, group_id, reason)
    SELECT user_id, event_id, 'adjudication', group_id, 'adjudication' FROM fresh WHERE NOT joins
    ON CONFLICT (user_id, event_id, kind) DO NOTHING RETURNING user_id
  )
  SELECT user_id AS "user", pg_notify('${inboxNotification}', user_id::text)::text AS notified
  FROM (SELECT user_id FROM joined UNION SELECT user_id FROM told) all_told`;

/** Tells authors of the marks in a text what was decided about theirs since they were last told. Returns whom. */
export async function tellAdjudicated({
  group,
  version,
}: {
  group: string;
  version: string;
}): Promise<string[]> {
  const last = await lastByAuthor(decisionsInForce(await decisionRows(group, version)));
  const told = await query<{ user: string }>('tell-adjudicated', sql, [[...last.keys()], [...last.values()]]);
  return told.map(({ user }) => user);
}

/** Whoever decided about their own mark knows it. */
async function lastByAuthor(inForce: readonly KeptDecision[]): Promise<Map<string, string>> {
  const authors = await authorsOf(inForce.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const last = new Map<string, string>();
  for (const { id, actor, subjects } of inForce)
    for (const subject of subjects) {
      const author = authors.get(subject.id);
      if (author && author !== actor) last.set(author, id);
    }
  return last;
}

/** Of annotations that were not deleted. */
export async function authorsOf(annotations: readonly string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; author: string }>(
    'authors-of-marks',
    'SELECT id, author_id AS author FROM annotation WHERE id = ANY($1::uuid[]) AND deleted_at IS NULL',
    [annotations],
  );
  return new Map(rows.map(({ id, author }) => [id, author]));
}
