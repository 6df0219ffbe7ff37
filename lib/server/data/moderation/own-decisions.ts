import 'server-only';
import type { OwnDecision } from '@/lib/core/api/moderation';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { standingDecision } from './standing-decision';
import { subjectsSql } from './subjects';

const sql = `
  SELECT json_build_object('kind', s.kind, 'id', s.id, 'standing', s.standing, 'comment', CASE
      WHEN s.document IS NOT NULL THEN json_build_object('markdown', s.words, 'document', s.document)
      WHEN s.card IS NOT NULL THEN json_build_object('markdown', s.words, 'document', NULL) END,
    'essay', (SELECT json_build_object('slug', l.slug, 'title', e.title) FROM reading_list_entry l
      JOIN essay e ON e.id = l.essay_id WHERE l.group_id = s.group_id AND l.essay_id = s.essay),
    'place', s.place, 'reason', coalesce(last.reason, ''), 'note', coalesce(last.note, ''),
    'decided', ${wireTime('last.created_at')},
    'appealed', EXISTS (SELECT 1 FROM flag f WHERE f.subject_id = s.id AND f.reason = 'appeal' AND f.settled_by_id IS NULL)
  ) AS json
  FROM (${subjectsSql}) s
  LEFT JOIN LATERAL (SELECT e.reason, e.note, e.created_at FROM moderation_entry e
    WHERE e.subject_id = s.id AND ${standingDecision} ORDER BY e.id DESC LIMIT 1) last ON true
  WHERE s.group_id = $1::uuid AND s.author = $2::uuid AND s.standing IN ('pending', 'hidden', 'removed')
  ORDER BY coalesce(last.created_at, s.created) DESC, s.id`;

/** What of the viewer's others do not see, latest first, with what moderators said about it. */
export async function ownDecisions(viewer: Viewer, group: string): Promise<OwnDecision[]> {
  const { id } = await groupFor(viewer, group, 'group.read');
  const rows = await query<{ json: OwnDecision }>('own-decisions', sql, [id, userIdOf(viewer)]);
  return rows.map(({ json }) => json);
}
