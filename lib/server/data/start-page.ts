import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { annotationShownTo } from './audience';
import { query } from './database';
import { threadIsUnread } from './essays';
import type { Viewer } from './viewer';

interface ReadLast {
  group: { slug: string; name: string };
  essay: { slug: string; title: string; language: string };
  /** How far they are; nearly at the end counts as read. */
  percent: number;
}

interface StartPage {
  /** Threads with something unread for the viewer, by group. */
  unread: Record<string, number>;
  /** The essay they stopped in the middle of, if there is one. */
  last: ReadLast | null;
}

const eyes = { viewer: 'm.user_id', moderates: 'm.moderates' };

/** What waits for a member on the start page. Groups that they may not read any more have no part in it. */
export async function startPage(viewer: Viewer): Promise<StartPage> {
  if (!viewer.user) return { unread: {}, last: null };
  const [row] = await query<{ json: StartPage }>(
    'start-page',
    `WITH mark AS (
       SELECT m.*, ms.role = ANY($2::text[]) AS moderates FROM read_mark m JOIN membership ms ON ms.group_id = m.group_id AND ms.user_id = m.user_id
       WHERE m.user_id = $1::uuid)
     SELECT json_build_object(
       'unread', coalesce((SELECT json_object_agg(u.group_id, u.unread) FROM (
          SELECT m.group_id, count(*) AS unread
          FROM mark m JOIN annotation a ON a.group_id = m.group_id AND a.essay_id = m.essay_id
          LEFT JOIN thread_read t ON t.annotation_id = a.id AND t.user_id = m.user_id
          WHERE ${annotationShownTo(eyes)} AND ${threadIsUnread(eyes)}
          GROUP BY m.group_id) u), '{}'),
       'last', (SELECT json_build_object(
            'group', json_build_object('slug', g.slug, 'name', g.name),
            'essay', json_build_object('slug', r.slug, 'title', e.title, 'language', e.language),
            'percent', l.percent)
          FROM (
            SELECT m.group_id, m.essay_id, m."offset" * 100 / length(v.text) AS percent
            FROM mark m JOIN essay_version v ON v.essay_id = m.essay_id AND v.number = m.number
            WHERE m."offset" > 0 ORDER BY m.read_at DESC LIMIT 1) l
          JOIN reading_list_entry r ON r.group_id = l.group_id AND r.essay_id = l.essay_id
          JOIN "group" g ON g.id = l.group_id
          JOIN essay e ON e.id = l.essay_id
          WHERE l.percent BETWEEN 1 AND 95)) AS json`,
    [viewer.user.id, rolesThatMay('moderation.review')],
  );
  return row!.json;
}
