import 'server-only';
import type { Action } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from './database';
import { type GroupScope, groupFor, segment } from './group-scope';
import type { Viewer } from './viewer';

/** An essay on a group's reading list, as the viewer stands to the group. */
export interface EssayScope {
  group: GroupScope;
  /** Essay id. */
  id: string;
  slug: string;
}

const entryBy = (column: string) =>
  `SELECT essay_id AS id, slug FROM reading_list_entry WHERE group_id = $1::uuid AND ${column}`;
const byId = entryBy('essay_id = $2::uuid');
const bySlug = entryBy('slug = $2');

/** Finds an essay of a group, both by id or slug, for an action. What the viewer may not read is not found. */
export async function essayFor(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
  action: Action,
): Promise<EssayScope> {
  const scope = await groupFor(viewer, group, action);
  const [found] = isId(essay)
    ? await query<{ id: string; slug: string }>('essay-by-id', byId, [scope.id, essay])
    : await query<{ id: string; slug: string }>('essay-by-slug', bySlug, [scope.id, segment(essay)]);
  if (!found) throw notFound();
  return { group: scope, ...found };
}
