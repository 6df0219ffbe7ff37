import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { type Standing, whereItStands } from '@/lib/core/essay/where-it-stands';
import { annotationShownTo } from './audience';
import { query } from './database';
import { threadIsUnread } from './essays';
import { standingFor } from './standing-sql';
import type { Viewer } from './viewer';

interface ReadLast {
  group: { slug: string };
  essay: { slug: string; title: string; language: string };
  /** The group and, of two essays of that title, which. */
  where: string;
  /** How far they are; nearly at the end counts as read. */
  percent: number;
}

type Row = Omit<StartPage, 'last'> & { last: (Omit<ReadLast, 'where'> & { standing: Standing }) | null };

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
  const [row] = await query<{ json: Row }>(
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
            'group', json_build_object('slug', g.slug),
            'standing', ${standingFor('$1::uuid')},
            'essay', json_build_object('slug', l.slug, 'title', e.title, 'language', e.language),
            'percent', last.percent)
          FROM (
            SELECT m.group_id, m.essay_id, m."offset" * 100 / length(v.text) AS percent
            FROM mark m JOIN essay_version v ON v.essay_id = m.essay_id AND v.number = m.number
            WHERE m."offset" > 0 ORDER BY m.read_at DESC LIMIT 1) last
          JOIN reading_list_entry l ON l.group_id = last.group_id AND l.essay_id = last.essay_id
          JOIN "group" g ON g.id = last.group_id
          JOIN essay e ON e.id = last.essay_id
          WHERE last.percent BETWEEN 1 AND 95)) AS json`,
    [viewer.user.id, rolesThatMay('moderation.review')],
  );
  const { unread, last } = row!.json;
  if (!last) return { unread, last };
  const { standing, ...rest } = last;
  return { unread, last: { ...rest, where: whereItStands(standing) } };
}
