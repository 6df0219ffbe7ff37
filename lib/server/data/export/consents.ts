import 'server-only';
import { createHmac } from 'node:crypto';
import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import { config } from '@/lib/server/config';
import type { Snapshot } from '@/lib/server/data/database';

/** Somebody as they appear in an export; null for who is left out. */
export type PersonOf = (user: string) => CorpusPerson | null;

interface Row {
  id: string;
  /** The same, or the member that an imported person turned out to be: then there is nothing else in the row. */
  member: string;
  name: string;
  choice: 'named' | 'left-out' | null;
}

export interface Consents {
  personOf: PersonOf;
  /** Ids of users: of a member, and of imported people who turned out to be that member. */
  idsOf(member: string): string[];
  /** Ids of users. */
  leftOut: string[];
  /** All that people chose for this group, and the names that come of it: the same as long as nobody chooses otherwise. */
  chosen: string;
}

interface Asked {
  group: { id: string };
  viewer: string | null;
  choice: Pick<ExportChoice, 'scope' | 'named' | 'salt'>;
}

/**
 * Only those who agreed are known by name, so only their names are read; one's own marks are one's own. What was frozen
 * under an imported person who turned out to be a member is that member's.
 */
export async function consents(
  snapshot: Pick<Snapshot, 'query'>,
  { group, viewer, choice }: Asked,
): Promise<Consents> {
  const rows = await snapshot.query<Row>(
    `SELECT u.id, u.id AS member, u.name, x.choice FROM "user" u
     LEFT JOIN export_consent x ON x.user_id = u.id AND x.group_id = $1::uuid
     WHERE x.choice IS NOT NULL OR u.id = $2::uuid
     UNION ALL SELECT p.user_id, p.claimed_by_id, NULL, NULL FROM external_person p
     WHERE p.group_id = $1::uuid AND p.claimed_by_id IS NOT NULL`,
    [group.id, viewer],
  );
  const [people, claims] = [
    rows.filter(({ id, member }) => id === member),
    rows.filter(({ id, member }) => id !== member),
  ];
  const memberOf = new Map(claims.map(({ id, member }) => [id, member]));
  const idsOf = (member: string) => [
    member,
    ...claims.flatMap((claim) => (claim.member === member ? claim.id : [])),
  ];
  const known = new Map<string, CorpusPerson | null>();
  for (const { id, name, choice: consent } of people) {
    const isOwnExport = choice.scope === 'mine' && id === viewer;
    if (isOwnExport || (consent === 'named' && choice.named))
      known.set(id, { id, name, pseudonymous: false });
    else if (consent === 'left-out') known.set(id, null);
  }
  const leftOut = [...known].flatMap(([id, person]) => (person ? [] : idsOf(id)));
  const said = people.map(({ id, choice: consent }) => `${id} ${consent} ${known.get(id)?.name ?? ''}`);
  const pseudonymOf = pseudonyms(group.id, choice.salt);
  const personOf: PersonOf = (user) => {
    const id = memberOf.get(user) ?? user;
    const found = known.get(id);
    if (found !== undefined) return found;
    const person = pseudonymOf(id);
    known.set(id, person);
    return person;
  };
  return { personOf, idsOf, leftOut, chosen: said.sort().join('\n') };
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * The same for the same group and word, and different for any other; without the site's secret nobody can try which
 * user it is. The id is a UUID of version 8 (RFC 9562 5.8).
 */
function pseudonyms(group: string, salt = ''): (user: string) => CorpusPerson {
  const key = createHmac('sha256', config().AUTH_SECRET).update(`export\0${group}\0${salt}`).digest();
  return (user) => {
    const bytes = createHmac('sha256', key).update(user).digest();
    const name = [...bytes.subarray(16, 24)].map((byte) => letters[byte % letters.length]).join('');
    bytes[6] = 0x80 | (bytes[6]! & 0x0f);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex', 0, 16);
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return { id, name: `reader-${name}`, pseudonymous: true };
  };
}
