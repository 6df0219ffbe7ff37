import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import { query } from './database';
import { me } from './users';
import type { Viewer } from './viewer';

/** SQL: whether user `of` folded away what `person` writes, and so need not be told of it either. */
export const hasHidden = (of: string, person: string): string =>
  `coalesce(jsonb_exists(${of}.settings -> 'hiddenPeople', ${person}::text), false)`;

/** Whom the viewer hid for themselves. An id tells nobody a name: it is told of those they share a group with. */
export async function hiddenPeople(viewer: Viewer): Promise<Person[]> {
  const { id, settings } = await me(viewer);
  return query<Person>(
    'hidden-people',
    `SELECT h.id, coalesce(u.name, 'Somebody who left') AS name
     FROM unnest($2::uuid[]) WITH ORDINALITY AS h (id, place)
     LEFT JOIN "user" u ON u.id = h.id AND EXISTS (
       SELECT 1 FROM membership mine JOIN membership theirs ON theirs.group_id = mine.group_id AND theirs.user_id = u.id
       WHERE mine.user_id = $1::uuid)
     ORDER BY h.place`,
    [id, settings.hiddenPeople ?? []],
  );
}
