import 'server-only';
import type { CruxSuggestion } from '@/lib/core/crux/crux-suggestion';
import { everybodyShownTo, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo } from './card-rows';

const sql = `
  SELECT a.id AS annotation, json_build_object('slug', l.slug, 'title', e.title) AS essay, u.name AS author,
    coalesce((SELECT s ->> 'exact' FROM jsonb_array_elements(t.selectors) s
      WHERE s ->> 'type' = 'TextQuoteSelector'), '') AS exact, a.comment_markdown AS comment,
    (SELECT count(*)::int FROM reply r WHERE r.annotation_id = a.id AND ${replyShownTo(everybodyShownTo('$2::uuid'))}) AS replies
  FROM tag JOIN annotation_tag x ON x.tag_id = tag.id
  JOIN annotation a ON a.id = x.annotation_id AND ${annotationKnownTo('$2::uuid')}
  JOIN target t ON t.annotation_id = a.id
  JOIN essay e ON e.id = a.essay_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  JOIN "user" u ON u.id = a.author_id
  WHERE tag.group_id = $1::uuid AND tag.slug = 'crux'
    AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.annotation_id = a.id)
  ORDER BY replies DESC, a.created_at DESC, a.id LIMIT 5`;

/** Those that were answered most come first. */
export async function cruxSuggestions(viewer: Viewer, group: string): Promise<CruxSuggestion[]> {
  const { id } = await groupFor(viewer, group, 'card.read');
  return query<CruxSuggestion>('crux-suggestions', sql, [id, viewer.user?.id ?? null]);
}
