import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { isId } from '@/lib/core/api/slug';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

interface ReachedEssay {
  id: string;
  group: string;
  slug: string;
  title: string;
  language: string;
  /** When it was put on the list. */
  added: string;
}

/** What somebody may look through: groups that they may read, and the essays on their lists. */
export interface Reach {
  groups: { id: string; slug: string; name: string; moderates: boolean }[];
  /** One entry for each essay: where it is on several lists, of a group that they belong to. */
  essays: ReachedEssay[];
  /**
   * The terms as a tsquery in the languages of all that these groups read, so that one essay alone has what it has among
   * the others; null when nothing is asked for.
   */
  tsquery: string | null;
  /** Of those that are met in all their forms. */
  stems: string | null;
}

/** $1 viewer, $2 roles that may read, $3 roles that moderate, $4 and $5 a group, $6 an essay, $7 terms, $8 words among them. */
const sql = `
  WITH g AS (
    SELECT g.id, g.slug, g.name, coalesce(m.role = ANY($3::text[]), false) AS moderates, m.role IS NULL AS foreign
    FROM "group" g LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $1::uuid
    WHERE (g.visibility = 'public' OR m.role = ANY($2::text[]))
      AND ($4::uuid IS NULL OR g.id = $4::uuid) AND ($5::text IS NULL OR g.slug = $5::text)
  ), listed AS (
    SELECT DISTINCT ON (e.id) e.id, g.id AS "group", l.slug, e.title, e.language, l.added_at AS added
    FROM g JOIN reading_list_entry l ON l.group_id = g.id JOIN essay e ON e.id = l.essay_id
    ORDER BY e.id, g.foreign, g.name, g.id
  ), spoken AS (
    SELECT coalesce(array_agg(DISTINCT split_part(lower(language), '-', 1)), '{en}') AS codes FROM listed)
  SELECT coalesce((SELECT json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'moderates', moderates)) FROM g), '[]') AS groups,
    coalesce((SELECT json_agg(listed) FROM listed WHERE $6::uuid IS NULL OR id = $6::uuid), '[]') AS essays,
    CASE WHEN $7::jsonb IS NOT NULL THEN search_query($7::jsonb, codes)::text END AS tsquery,
    CASE WHEN $8::jsonb IS NOT NULL THEN search_query($8::jsonb, codes)::text END AS stems
  FROM spoken`;

interface Within {
  /** Slug or id of the only group, and id of the only essay. */
  group?: string | undefined;
  essay?: string | undefined;
}

/** What the viewer may not read is as if it were not there. Terms that exclude need others that find. */
export async function reachOf(
  viewer: Viewer,
  { group, essay }: Within,
  terms: readonly SearchTerm[],
): Promise<Reach> {
  const words = terms.filter(({ kind, not }) => kind === 'word' && !not);
  const [row] = await query<Reach>('search-reach', sql, [
    viewer.user?.id ?? null,
    rolesThatMay('annotation.read'),
    rolesThatMay('moderation.review'),
    group !== undefined && isId(group) ? group : null,
    group !== undefined && !isId(group) ? group : null,
    essay ?? null,
    terms.some(({ not }) => !not) ? JSON.stringify(terms) : null,
    words.length > 0 ? JSON.stringify(words) : null,
  ]);
  const { tsquery, stems, ...rest } = row!;
  return { ...rest, tsquery: tsquery || null, stems: stems || null };
}
