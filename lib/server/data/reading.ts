import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { Input, Output } from '@/lib/core/api/contracts';
import { annotationShownTo } from './audience';
import { query } from './database';
import { type EssayScope, essayFor } from './essay-scope';
import { markSeen } from './inbox/inbox';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

type Reading = Output<'GET /groups/{group}/essays/{essay}/reading'>;
type Place = Input<'GET /groups/{group}/essays/{essay}/reading'>['params'];
type Change = Input<'PUT /groups/{group}/essays/{essay}/reading'>['body'];

const values = (viewer: Viewer, { group, id }: EssayScope) => [viewer.user?.id, group.id, id];

/** Where the viewer stopped reading, and up to when they have read the threads. */
export async function readingOf(viewer: Viewer, params: Place): Promise<Reading> {
  const scope = await essayFor(viewer, params, 'essay.read');
  const [row] = await query<{ json: string }>(
    'reading',
    `SELECT json_build_object('offset', coalesce(m."offset", 0), 'number', coalesce(m.number, 1), 'readAt', ${wireTime('m.read_at')},
       'threads', coalesce((SELECT json_object_agg(t.annotation_id, ${wireTime('t.read_at')})
          FROM thread_read t JOIN annotation a ON a.id = t.annotation_id
          WHERE t.user_id = $1::uuid AND a.group_id = $2::uuid AND a.essay_id = $3::uuid AND t.read_at > m.read_at),
         '{}'))::text AS json
     FROM (SELECT 1) one
     LEFT JOIN read_mark m ON m.user_id = $1::uuid AND m.group_id = $2::uuid AND m.essay_id = $3::uuid`,
    values(viewer, scope),
  );
  return JSON.parse(row!.json) as Reading;
}

/**
 * Remembers where the viewer is and what they have read, for reader and inbox alike. The first time nothing that is there
 * counts as unread; what the inbox tells of it stays until its thread is opened.
 */
export async function remember(viewer: Viewer, params: Place, change: Change): Promise<void> {
  const scope = await essayFor(viewer, params, 'essay.read');
  const { offset = null, number = null, threads = [], all = false } = change;
  await query(
    'read-mark',
    `INSERT INTO read_mark AS m (user_id, group_id, essay_id, "offset", number)
     VALUES ($1::uuid, $2::uuid, $3::uuid, coalesce($4::int, 0), coalesce($5::int, 1))
     ON CONFLICT (user_id, group_id, essay_id) DO UPDATE SET "offset" = coalesce($4::int, m."offset"),
       number = coalesce($5::int, m.number), read_at = CASE WHEN $6::boolean THEN now() ELSE m.read_at END`,
    [...values(viewer, scope), offset, number, all],
  );
  if (all) await markSeen(viewer, scope, null);
  if (threads.length === 0) return;
  await query(
    'threads-read',
    `INSERT INTO thread_read (user_id, annotation_id)
     SELECT $1::uuid, a.id FROM annotation a
     WHERE a.group_id = $2::uuid AND a.essay_id = $3::uuid AND a.id = ANY($4::uuid[])
       AND ${annotationShownTo({ viewer: '$1::uuid', moderates: '$5::boolean' })}
     ON CONFLICT (user_id, annotation_id) DO UPDATE SET read_at = now()`,
    [...values(viewer, scope), threads, may('moderation.review', scope.group)],
  );
  await markSeen(viewer, scope, threads);
}
