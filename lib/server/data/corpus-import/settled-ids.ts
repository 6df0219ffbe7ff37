import 'server-only';
import { isId } from '@/lib/core/api/slug';
import { query } from '@/lib/server/data/database';
import { derivedId } from '@/lib/server/importing/derived-id';
import type { Importing } from './importing';

/** Which group a thing is of, by kind; an essay is of each that lists it. */
const groupOf = {
  annotation: 'SELECT id, group_id AS "group" FROM annotation WHERE id = ANY($1::uuid[])',
  reply: `SELECT r.id, a.group_id AS "group" FROM reply r JOIN annotation a ON a.id = r.annotation_id
    WHERE r.id = ANY($1::uuid[])`,
  card: 'SELECT id, group_id AS "group" FROM card WHERE id = ANY($1::uuid[])',
  occurrence: `SELECT o.id, c.group_id AS "group" FROM occurrence o JOIN card c ON c.id = o.card_id
    WHERE o.id = ANY($1::uuid[])`,
  relation: `SELECT r.id, c.group_id AS "group" FROM relation r JOIN card c ON c.id = r.from_id
    WHERE r.id = ANY($1::uuid[])`,
  position: `SELECT p.id, c.group_id AS "group" FROM position p JOIN card c ON c.id = p.card_id
    WHERE p.id = ANY($1::uuid[])`,
  adjudication: 'SELECT id, group_id AS "group" FROM adjudication WHERE id = ANY($1::uuid[])',
  essay: 'SELECT id, NULL::uuid AS "group" FROM essay WHERE id = ANY($1::uuid[])',
  version: 'SELECT id, NULL::uuid AS "group" FROM essay_version WHERE id = ANY($1::uuid[])',
};

export interface SettledId {
  id: string;
  /** The group has it already. */
  isThere: boolean;
}

const atOnce = 5_000;

/**
 * What things of a source are called in the group, by their ids in the source: an id stays when it is free or the group's
 * own, else there is one that follows from it. So the same file finds its own things again.
 */
export async function settledIds(
  { group, source }: Pick<Importing, 'group' | 'source'>,
  kind: keyof typeof groupOf,
  ids: readonly string[],
): Promise<Map<string, SettledId>> {
  const settled = new Map<string, SettledId>();
  for (let i = 0; i < ids.length; i += atOnce) {
    const pairs = ids.slice(i, i + atOnce).map((id) => ({
      id,
      own: isId(id) ? id.toLowerCase() : null,
      derived: derivedId(group, source, { kind, id }),
    }));
    const asked = pairs.flatMap(({ own, derived }) => (own ? [own, derived] : [derived]));
    const rows = await query<{ id: string; group: string | null }>(`settle-${kind}`, groupOf[kind], [asked]);
    const groups = new Map(rows.map(({ id, group }) => [id, group]));
    for (const { id, own, derived } of pairs) {
      if (groups.get(derived) === group) settled.set(id, { id: derived, isThere: true });
      else if (own && !groups.has(own)) settled.set(id, { id: own, isThere: false });
      else if (own && groups.get(own) === group) settled.set(id, { id: own, isThere: true });
      else settled.set(id, { id: derived, isThere: false });
    }
  }
  return settled;
}
