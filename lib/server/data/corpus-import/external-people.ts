import 'server-only';
import { may, rolesThatMay } from '@/lib/core/access/permissions';
import type { ExternalPerson } from '@/lib/core/api/corpus-import';
import { conflict, forbidden, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query, transaction } from '@/lib/server/data/database';
import { cardsChannel, essayChannel, groupChannel, resync } from '@/lib/server/data/events';
import { groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { handOver } from './hand-over';

interface Row {
  id: string;
  name: string;
  annotations: number;
  replies: number;
  askedById: string | null;
  askedByName: string | null;
  claimedById: string | null;
  claimedByName: string | null;
  cameSince: boolean;
}

const sql = `
  SELECT u.id, u.name, a.id AS "askedById", a.name AS "askedByName", c.id AS "claimedById", c.name AS "claimedByName",
    (SELECT count(*)::int FROM annotation n WHERE n.author_id = u.id AND n.deleted_at IS NULL AND n.held IS NULL
      AND n.visibility = 'group') AS annotations,
    (SELECT count(*)::int FROM reply r WHERE r.author_id = u.id AND r.deleted_at IS NULL AND r.held IS NULL) AS replies,
    coalesce(x.claimed_by_id = $2::uuid, false) AND (
      EXISTS (SELECT FROM annotation n WHERE n.author_id = u.id AND n.deleted_at IS NULL)
      OR EXISTS (SELECT FROM reply r WHERE r.author_id = u.id AND r.deleted_at IS NULL)
      OR EXISTS (SELECT FROM position p WHERE p.user_id = u.id)) AS "cameSince"
  FROM external_person x JOIN "user" u ON u.id = x.user_id
  LEFT JOIN "user" a ON a.id = x.asked_by_id LEFT JOIN "user" c ON c.id = x.claimed_by_id
  WHERE x.group_id = $1::uuid ORDER BY u.name, u.id`;

/** Those whose things came with imports. Who asked to be one is for moderators, and for whoever asked. */
export async function externalPeople(viewer: Viewer, group: string): Promise<ExternalPerson[]> {
  const scope = await groupFor(viewer, group, 'member.list');
  const rows = await query<Row>('external-people', sql, [scope.id, viewer.user?.id ?? null]);
  const moderates = may('corpus.import', scope);
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return rows.map(({ id, name, annotations, replies, cameSince, ...row }) => ({
    person: { id, name },
    annotations,
    replies,
    askedBy: moderates || row.askedById === viewer.user?.id ? person(row.askedById, row.askedByName) : null,
    claimedBy: person(row.claimedById, row.claimedByName),
    cameSince,
  }));
}

interface Place {
  group: string;
  person: string;
}

/** The row, held until the transaction ends, so that nobody else decides about it meanwhile. */
async function locked(group: string, person: string) {
  const [row] = isId(person)
    ? await query<{ askedBy: string | null; claimedBy: string | null }>(
        'external-person',
        `SELECT asked_by_id AS "askedBy", claimed_by_id AS "claimedBy" FROM external_person
         WHERE user_id = $1::uuid AND group_id = $2::uuid FOR NO KEY UPDATE`,
        [person, group],
      )
    : [];
  if (!row) throw notFound();
  return row;
}

/** Asks to be somebody, or once more for what came of them since. Nothing changes hands before a moderator agrees: else anybody could take others' words. */
export const askToBe = (viewer: Viewer, { group, person }: Place): Promise<void> =>
  transaction(async (tx) => {
    const { id } = await groupFor(viewer, group, 'external.claim');
    const { askedBy, claimedBy } = await locked(id, person);
    const me = userIdOf(viewer);
    if (claimedBy !== null && claimedBy !== me)
      throw conflict('claimed', 'A moderator has agreed already who this is.');
    if (askedBy !== null && askedBy !== me)
      throw conflict('asked', 'Another member said that this is them. A moderator decides about it first.');
    await tx.externalPerson.update({
      where: { userId: person },
      data: { askedById: me },
    });
    if (askedBy === null) await notify({ kind: 'claim', event: person, group: id });
  });

/** Takes a question back, or refuses it. */
export const dropClaim = (viewer: Viewer, { group, person }: Place): Promise<void> =>
  transaction(async (tx) => {
    const scope = await groupFor(viewer, group, 'external.claim');
    const { askedBy } = await locked(scope.id, person);
    const isTheirs = askedBy === userIdOf(viewer);
    if (!isTheirs) await groupFor(viewer, scope.id, 'corpus.import');
    await tx.externalPerson.update({ where: { userId: person }, data: { askedById: null } });
    if (askedBy !== null && !isTheirs)
      await notify({ kind: 'claim', event: person, group: scope.id, agreed: false, to: askedBy });
  });

/** Whether somebody besides the viewer may agree: who is alone decides about themselves, for there is nobody else to ask. */
const othersWhoAgree = async ({ user }: Viewer, group: string): Promise<boolean> =>
  (await db().membership.count({
    where: { groupId: group, role: { in: rolesThatMay('corpus.import') }, userId: { not: user?.id ?? '' } },
  })) > 0;

/**
 * Agrees that a member is who they say, if it is still they who say so: all that is that person's becomes theirs. Not about
 * oneself, as long as there is another moderator.
 */
export const agreeToClaim = (viewer: Viewer, { group, person }: Place, member: string): Promise<void> =>
  transaction(async (tx) => {
    const { id } = await lockedGroupFor(viewer, group, 'corpus.import');
    const { askedBy } = await locked(id, person);
    const me = userIdOf(viewer);
    if (member === me && (await othersWhoAgree(viewer, id)))
      throw forbidden('Another moderator has to agree that this is you.');
    const mayBe = await tx.membership.count({
      where: { groupId: id, userId: member, role: { in: rolesThatMay('external.claim') } },
    });
    if (askedBy !== member || mayBe === 0)
      throw conflict('claim-changed', 'They do not say so any more. Load the page again.');
    const essays = await query<{ essay: string }>(
      'essays-of-person',
      `SELECT DISTINCT a.essay_id AS essay FROM annotation a LEFT JOIN reply r ON r.annotation_id = a.id
       WHERE a.group_id = $2::uuid AND (a.author_id = $1::uuid OR r.author_id = $1::uuid)`,
      [person, id],
    );
    for (const { sql, values } of handOver({ person, member, group: id }))
      await db().$executeRawUnsafe(sql, ...values);
    await tx.externalPerson.update({
      where: { userId: person },
      data: { askedById: null, claimedById: member, claimedAt: new Date() },
    });
    if (member !== me) await notify({ kind: 'claim', event: person, group: id, agreed: true, to: member });
    const channels = essays.map(({ essay }) => essayChannel(id, essay));
    for (const channel of [...channels, groupChannel(id), cardsChannel(id)].sort()) await resync(channel, id);
  });
