import 'server-only';
import { type Action, type GroupRole, may } from '@/lib/core/access/permissions';
import { forbidden, notFound, signInFirst } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query } from './database';
import type { Viewer } from './viewer';

/** A group as the viewer stands to it. */
export interface GroupScope {
  id: string;
  slug: string;
  visibility: 'public' | 'private';
  role: GroupRole;
}

const scopeBy = (column: string) => `
  SELECT g.id, g.slug, g.visibility, coalesce(m.role, 'stranger') AS role
  FROM "group" g LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $2::uuid
  WHERE ${column}`;
const byId = scopeBy('g.id = $1::uuid');
const bySlug = scopeBy('g.slug = $1');

/** Finds a group by id or slug for an action. A group that the viewer may not read is not found. */
export async function groupFor(viewer: Viewer, group: string, action: Action): Promise<GroupScope> {
  const found = await groupSeenBy(viewer, group);
  demand(viewer, action, found);
  return found;
}

/** How anybody stands to a group that exists: for rules that ask for more than that. */
export async function groupSeenBy(viewer: Viewer, group: string): Promise<GroupScope> {
  const viewerId = viewer.user?.id ?? null;
  const [found] = isId(group)
    ? await query<GroupScope>('group-by-id', byId, [group, viewerId])
    : await query<GroupScope>('group-by-slug', bySlug, [unescapedSegment(group), viewerId]);
  if (!found) throw notFound();
  return found;
}

/**
 * As `groupFor`, holding the group's row until the transaction ends: whoever changes its members, vocabulary or reading
 * list waits here, and sees what the one before left. Annotating goes on meanwhile.
 */
export async function lockedGroupFor(viewer: Viewer, group: string, action: Action): Promise<GroupScope> {
  const { id } = await groupFor(viewer, group, action);
  await db().$queryRaw`SELECT 1 FROM "group" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return groupFor(viewer, id, action);
}

/** Throws unless the viewer may; says "not found" to those who may not even read the group. `own`: it is theirs. */
export function demand(viewer: Viewer, action: Action, scope: GroupScope & { own?: boolean }): void {
  if (!may('group.read', scope)) throw notFound();
  if (may(action, scope)) return;
  throw viewer.user ? forbidden() : signInFirst();
}

/** Pages get the segments of their URL still escaped, routes do not; a slug holds no "%". */
export function unescapedSegment(value: string): string {
  const name = value.includes('%') ? unescaped(value) : value;
  if (name.includes('\0') || !name.isWellFormed()) throw notFound();
  return name;
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw notFound();
  }
}
