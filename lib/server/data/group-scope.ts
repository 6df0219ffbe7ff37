import 'server-only';
import { type Action, type GroupRole, may } from '@/lib/core/access/permissions';
import { forbidden, notFound, signInFirst } from '@/lib/core/api/problem';
import { query } from './database';
import type { Viewer } from './viewer';

/** A group as the viewer stands to it. */
export interface GroupScope {
  id: string;
  slug: string;
  visibility: 'public' | 'private';
  role: GroupRole;
}

const byIdOrSlug = `
  SELECT g.id, g.slug, g.visibility, coalesce(m.role, 'stranger') AS role
  FROM "group" g LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $2::uuid
  WHERE g.slug = $1 OR g.id::text = $1`;

/** Finds a group by id or slug for an action. A group that the viewer may not read is not found. */
export async function groupFor(viewer: Viewer, group: string, action: Action): Promise<GroupScope> {
  const [found] = await query<GroupScope>('group-scope', byIdOrSlug, [group, viewer.user?.id ?? null]);
  if (!found) throw notFound();
  demand(viewer, action, found);
  return found;
}

/** Throws unless the viewer may; says "not found" to those who may not even read the group. */
export function demand(viewer: Viewer, action: Action, scope: GroupScope, own = false): void {
  if (!may('group.read', scope)) throw notFound();
  if (may(action, { ...scope, own })) return;
  throw viewer.user ? forbidden() : signInFirst();
}
