// For the command line, whose user holds the database anyway and says in whose name to act. Nothing that answers to the
// network may call this.
import 'server-only';
import { notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from './database';
import type { Viewer } from './viewer';

interface Row {
  id: string;
  name: string;
  isAdmin: boolean;
}

const toViewer = (user: Row): Viewer => ({ user, scope: 'write', session: null });

/** The person with this e-mail address. */
export async function personOf(_viewer: Viewer, email: string): Promise<Viewer> {
  const [row] = await query<Row>(
    'person-of',
    'SELECT id, name, is_admin AS "isAdmin" FROM "user" WHERE email = $1 AND deleted_at IS NULL',
    [email.trim().toLowerCase()],
  );
  if (!row) throw new Problem(404, 'no-person', `There is no account with the address ${email}.`);
  return toViewer(row);
}

/** Whoever has owned the group, given by id or slug, longest. */
export async function ownerOf(_viewer: Viewer, group: string): Promise<Viewer> {
  const [row] = await query<Row>(
    'owner-of',
    `SELECT u.id, u.name, u.is_admin AS "isAdmin" FROM "group" g
     JOIN membership m ON m.group_id = g.id AND m.role = 'owner' JOIN "user" u ON u.id = m.user_id
     WHERE ${isId(group) ? 'g.id = $1::uuid' : 'g.slug = $1'} ORDER BY m.joined_at, u.id LIMIT 1`,
    [group],
  );
  if (!row) throw notFound();
  return toViewer(row);
}
