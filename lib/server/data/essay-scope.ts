import 'server-only';
import type { Action } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from './database';
import { demand, type GroupScope, unescapedSegment } from './group-scope';
import type { Viewer } from './viewer';

/** An essay on a group's reading list, as the viewer stands to the group. */
export interface EssayScope {
  group: GroupScope;
  /** Essay id. */
  id: string;
  slug: string;
}

/** By id and slug apart, so that either is found by its index; $1 and $3 are null where the other is given. */
const sql = `
  SELECT g.id, g.slug, g.visibility, coalesce(m.role, 'stranger') AS role, e.essay_id AS essay, e.slug AS "essaySlug"
  FROM "group" g
  LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $5::uuid
  LEFT JOIN reading_list_entry e ON e.group_id = g.id AND (e.essay_id = $3::uuid OR e.slug = $4)
  WHERE g.id = $1::uuid OR g.slug = $2`;

const idOrSlug = (name: string) => (isId(name) ? [name, null] : [null, unescapedSegment(name)]);

/** Finds an essay of a group, both by id or slug, for an action. What the viewer may not read is not found. */
export async function essayFor(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
  action: Action,
): Promise<EssayScope> {
  const values = [...idOrSlug(group), ...idOrSlug(essay), viewer.user?.id ?? null];
  const [found] = await query<GroupScope & { essay: string | null; essaySlug: string }>(
    'essay-scope',
    sql,
    values,
  );
  if (!found) throw notFound();
  const { essay: id, essaySlug, ...scope } = found;
  demand(viewer, action, scope);
  if (id === null) throw notFound();
  return { group: scope, id, slug: essaySlug };
}
