import 'server-only';
import type { CoveredEssay } from '@/lib/core/api/coverage';
import { annotationShownTo, everybodyShownTo } from './audience';
import { query } from './database';
import { groupFor } from './group-scope';
import { checkShownTo, sectionsOf } from './section-checks';
import type { Viewer } from './viewer';

interface Row extends Omit<CoveredEssay, 'sections'> {
  versionId: string;
}

/** Every essay of the list with every word of the vocabulary; what only some may see counts for nobody. */
const sql = `
  WITH found AS (
    SELECT a.essay_id, y.tag_id, count(*)::int AS n
    FROM annotation a JOIN annotation_tag y ON y.annotation_id = a.id
    WHERE a.group_id = $1::uuid AND ${annotationShownTo(everybodyShownTo('$2::uuid'))} GROUP BY 1, 2
  ), checked AS (
    SELECT k.essay_version_id, k.tag_id, count(DISTINCT k.user_id)::int AS people,
      count(DISTINCT k.block)::int AS sections
    FROM section_check k JOIN essay_version of ON of.id = k.essay_version_id
    WHERE k.group_id = $1::uuid AND ${checkShownTo('$2::uuid', { group: 'k.group_id', essay: 'of.essay_id' })} GROUP BY 1, 2
  )
  SELECT r.slug, e.title, v.number AS version, v.id AS "versionId", coalesce((
    SELECT json_agg(json_build_object('tag', t.slug, 'found', coalesce(f.n, 0), 'people', coalesce(c.people, 0),
      'sections', coalesce(c.sections, 0)) ORDER BY t.position, t.slug)
    FROM tag t
    LEFT JOIN found f ON f.essay_id = e.id AND f.tag_id = t.id
    LEFT JOIN checked c ON c.essay_version_id = v.id AND c.tag_id = t.id
    WHERE t.group_id = $1::uuid AND t.retired_at IS NULL), '[]') AS tags
  FROM reading_list_entry r JOIN essay e ON e.id = r.essay_id
  CROSS JOIN LATERAL (SELECT id, number FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
  WHERE r.group_id = $1::uuid ORDER BY r.position, r.added_at, e.id`;

/** What was looked for in which essay of a group, and what was found. */
export async function groupCoverage(viewer: Viewer, group: string): Promise<CoveredEssay[]> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const rows = await query<Row>('coverage', sql, [id, viewer.user?.id ?? null]);
  const found = await sectionsOf(rows.map(({ versionId }) => versionId));
  return rows.map(({ versionId, ...rest }) => ({ ...rest, sections: found.get(versionId)?.length ?? 0 }));
}
