import 'server-only';
import type { Input, Output } from '@/lib/core/api/contracts';
import { invalid } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { Timestamp } from '@/lib/core/api/timestamp';
import { query } from '@/lib/server/data/database';
import type { EssayScope } from '@/lib/server/data/essay-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { inboxNotification } from './inbox-notification';
import { entriesWhere, visibleNotifications } from './inbox-rows';

type Page = Output<'GET /me/inbox'>;
type Marking = Input<'PATCH /me/inbox'>['body'];

/** What the viewer was told of, newest first. */
export async function inboxPage(viewer: Viewer, asked: Input<'GET /me/inbox'>['query']): Promise<Page> {
  const after = asked.after === undefined ? [null, null] : placeOf(asked.after);
  const items = await entriesWhere(
    'page',
    `n.user_id = $1::uuid AND (NOT $2::boolean OR n.read_at IS NULL)
       AND ($3::timestamptz IS NULL OR (n.created_at, n.id) < ($3::timestamptz, $4::uuid))
     ORDER BY n.created_at DESC, n.id DESC LIMIT $5::int`,
    [userIdOf(viewer), asked.unread === 'true', ...after, asked.limit],
  );
  const last = items.length === asked.limit ? items.at(-1) : undefined;
  return { items, unread: await unreadCount(viewer), next: last ? `${last.created}_${last.id}` : null };
}

function placeOf(after: string): [string, string] {
  const [time = '', id = ''] = after.split('_');
  if (!Timestamp.safeParse(time).success || time < '0001' || !isId(id))
    throw invalid('after', 'Send `after` as the page before gave it.');
  return [time, id];
}

/** How many entries of the viewer are unread; none for visitors. */
export async function unreadCount(viewer: Viewer): Promise<number> {
  return viewer.user ? ((await unreadCounts(viewer, [viewer.user.id])).get(viewer.user.id) ?? 0) : 0;
}

/** The same for several people, as their live streams show it to each of them. */
export async function unreadCounts(_viewer: Viewer, users: readonly string[]): Promise<Map<string, number>> {
  const rows = await query<{ user: string; unread: number }>(
    'inbox-unread',
    `SELECT n.user_id AS "user", count(*)::int AS unread FROM ${visibleNotifications}
       AND n.user_id = ANY($1::uuid[]) AND n.read_at IS NULL GROUP BY n.user_id`,
    [users],
  );
  return new Map(users.map((user) => [user, rows.find((row) => row.user === user)?.unread ?? 0]));
}

/**
 * What entries of a thread point to, by the id of an annotation, a card or a round: $4. A card has what was merged into it;
 * a group, the exports of it. Decisions about a thread are no part of it.
 */
const eventsOfThread = `
  SELECT $4::uuid UNION ALL SELECT id FROM reply WHERE annotation_id = $4::uuid
  UNION ALL SELECT e.id FROM card c JOIN card_event e ON e.card_id = c.id WHERE c.id = $4::uuid OR c.merged_into_id = $4::uuid
  UNION ALL SELECT id FROM export WHERE user_id = $1::uuid AND group_id = $4::uuid`;

/** Marks entries of the viewer read or unread; without ids and thread: all of them. Names those that changed. */
export async function markEntries(
  viewer: Viewer,
  { read, ids = null, thread = null }: { [part in keyof Marking]: Marking[part] | null },
): Promise<Output<'PATCH /me/inbox'>> {
  const user = userIdOf(viewer);
  const changed = await query<{ id: string }>(
    'inbox-mark',
    `WITH changed AS (
       UPDATE notification SET read_at = CASE WHEN $2::boolean THEN now() END
       WHERE user_id = $1::uuid AND (read_at IS NULL) = $2::boolean AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))
         AND ($4::uuid IS NULL OR (kind <> 'review' AND event_id IN (${eventsOfThread})))
       RETURNING id)
     SELECT id FROM changed, (SELECT pg_notify('${inboxNotification}', $1::text) FROM changed LIMIT 1) told`,
    [user, read, ids, thread],
  );
  return { changed: changed.map(({ id }) => id), unread: await unreadCount(viewer) };
}

/**
 * Whoever reads threads of an essay where they stand has read what the inbox says of them; null: all of its threads.
 * What comes to be told after that, `tell` finds read.
 */
export async function markSeen(
  viewer: Viewer,
  { group, id }: EssayScope,
  threads: readonly string[] | null,
): Promise<void> {
  await query(
    'inbox-seen',
    `WITH thread AS (
       SELECT id FROM annotation WHERE group_id = $2::uuid AND essay_id = $3::uuid AND ($4::uuid[] IS NULL OR id = ANY($4::uuid[]))
     ), read AS (
       UPDATE notification SET read_at = now() WHERE user_id = $1::uuid AND read_at IS NULL AND kind <> 'review' AND event_id IN (
         SELECT id FROM thread UNION ALL SELECT r.id FROM reply r JOIN thread ON thread.id = r.annotation_id)
       RETURNING 1)
     SELECT pg_notify('${inboxNotification}', $1::text) FROM read LIMIT 1`,
    [userIdOf(viewer), group.id, id, threads],
  );
}
