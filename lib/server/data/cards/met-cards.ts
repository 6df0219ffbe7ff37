import 'server-only';
import type { MetCard } from '@/lib/core/api/cards';
import { cardShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo } from './card-rows';

/** What was archived is no answer to "what is this passage about". */
const sql = `
  SELECT o.annotation_id AS annotation, o.id AS occurrence, o.role, json_build_object(
    'number', c.number, 'kind', c.kind, 'statement', c.statement, 'status', c.status) AS card
  FROM annotation a
  JOIN occurrence o ON o.annotation_id = a.id
  JOIN card met ON met.id = o.card_id
  JOIN card c ON c.id = coalesce(met.merged_into_id, met.id) AND c.status <> 'archived' AND ${cardShownTo(everybody)}
  WHERE a.group_id = $1::uuid AND a.essay_id = $2::uuid AND ${annotationKnownTo('$3::uuid')}
  ORDER BY a.id, c.number, o.role`;

/** The cards that passages of an essay belong to, for all of its annotations that the group sees. */
export async function metCards(viewer: Viewer, place: { group: string; essay: string }): Promise<MetCard[]> {
  const { group, id } = await essayFor(viewer, place, 'card.read');
  return query<MetCard>('met-cards', sql, [group.id, id, viewer.user?.id ?? null]);
}
