import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { ExternalPerson } from '@/lib/core/api/corpus-import';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query, transaction } from '@/lib/server/data/database';
import { cardsChannel, essayChannel, groupChannel, resync } from '@/lib/server/data/events';
import { groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';

interface Row {
  id: string;
  name: string;
  annotations: number;
  replies: number;
  askedById: string | null;
  askedByName: string | null;
  claimedById: string | null;
  claimedByName: string | null;
}

const sql = `
  SELECT u.id, u.name, a.id AS "askedById", a.name AS "askedByName", c.id AS "claimedById", c.name AS "claimedByName",
    (SELECT count(*)::int FROM annotation n WHERE n.author_id = u.id AND n.deleted_at IS NULL AND n.held IS NULL
      AND n.visibility = 'group') AS annotations,
    (SELECT count(*)::int FROM reply r WHERE r.author_id = u.id AND r.deleted_at IS NULL AND r.held IS NULL) AS replies
  FROM external_person x JOIN "user" u ON u.id = x.user_id
  LEFT JOIN "user" a ON a.id = x.asked_by_id LEFT JOIN "user" c ON c.id = x.claimed_by_id
  WHERE x.group_id = $1::uuid ORDER BY u.name, u.id`;

/** Those whose things came with imports. Who asked to be one is for moderators, and for whoever asked. */
export async function externalPeople(viewer: Viewer, group: string): Promise<ExternalPerson[]> {
  const scope = await groupFor(viewer, group, 'member.list');
  const rows = await query<Row>('external-people', sql, [scope.id]);
  const moderates = may('corpus.import', scope);
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return rows.map(({ id, name, annotations, replies, ...row }) => ({
    ...{ person: { id, name }, annotations, replies },
    askedBy: moderates || row.askedById === viewer.user?.id ? person(row.askedById, row.askedByName) : null,
    claimedBy: person(row.claimedById, row.claimedByName),
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

/** Asks to be somebody. Nothing changes hands before a moderator agrees: else anybody could take others' words. */
export const askToBe = (viewer: Viewer, { group, person }: Place): Promise<void> =>
  transaction(async (tx) => {
    const { id } = await groupFor(viewer, group, 'external.claim');
    const { askedBy, claimedBy } = await locked(id, person);
    const me = userIdOf(viewer);
    if (claimedBy !== null) throw conflict('claimed', 'A moderator has agreed already who this is.');
    if (askedBy !== null && askedBy !== me)
      throw conflict('asked', 'Another member said that this is them. A moderator decides about it first.');
    await tx.externalPerson.update({
      where: { userId: person },
      data: { askedById: me },
    });
  });

/** Takes a question back, or refuses it. */
export const dropClaim = (viewer: Viewer, { group, person }: Place): Promise<void> =>
  transaction(async (tx) => {
    const scope = await groupFor(viewer, group, 'external.claim');
    const { askedBy } = await locked(scope.id, person);
    if (askedBy !== userIdOf(viewer)) await groupFor(viewer, scope.id, 'corpus.import');
    await tx.externalPerson.update({ where: { userId: person }, data: { askedById: null } });
  });

/** Whose things become whose: what a column of a table says of people. Where both have one, the member's own stays. */
const moves = [
  ...['annotation.author_id', 'annotation.resolved_by_id', 'reply.author_id', 'revision.editor_id'],
  ...['card.created_by_id', 'card_revision.editor_id', 'card_event.actor_id'],
  ...['occurrence.created_by_id', 'relation.created_by_id'],
].map((place) => place.split('.') as [string, string]);

const both = [
  `DELETE FROM reaction x USING reaction mine WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid
    AND mine.kind = x.kind AND (mine.annotation_id = x.annotation_id OR mine.reply_id = x.reply_id)`,
  'UPDATE reaction SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `DELETE FROM section_check x USING section_check mine WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid
    AND mine.group_id = x.group_id AND mine.essay_version_id = x.essay_version_id AND mine.tag_id = x.tag_id
    AND mine.block = x.block`,
  'UPDATE section_check SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `DELETE FROM conditional_belief x USING conditional_belief mine WHERE x.user_id = $1::uuid
    AND mine.user_id = $2::uuid AND mine.crux_id = x.crux_id AND mine.target_id = x.target_id`,
  'UPDATE conditional_belief SET user_id = $2::uuid WHERE user_id = $1::uuid',
  `UPDATE position x SET superseded_at = greatest(mine.created_at, x.created_at) FROM position mine
    WHERE x.user_id = $1::uuid AND mine.user_id = $2::uuid AND mine.card_id = x.card_id
    AND x.superseded_at IS NULL AND mine.superseded_at IS NULL`,
  'UPDATE position SET user_id = $2::uuid WHERE user_id = $1::uuid',
];

/** Agrees that a member is who they say, if it is still they who say so: all that is that person's becomes theirs. */
export const agreeToClaim = (viewer: Viewer, { group, person }: Place, member: string): Promise<void> =>
  transaction(async (tx) => {
    const { id } = await lockedGroupFor(viewer, group, 'corpus.import');
    const { askedBy } = await locked(id, person);
    const isMember = await tx.membership.count({ where: { groupId: id, userId: member } });
    if (askedBy !== member || isMember === 0)
      throw conflict('claim-changed', 'They do not say so any more. Load the page again.');
    const essays = await query<{ essay: string }>(
      'essays-of-person',
      `SELECT DISTINCT a.essay_id AS essay FROM annotation a LEFT JOIN reply r ON r.annotation_id = a.id
       WHERE a.group_id = $2::uuid AND (a.author_id = $1::uuid OR r.author_id = $1::uuid)`,
      [person, id],
    );
    for (const [table, column] of moves)
      await db().$executeRawUnsafe(
        `UPDATE ${table} SET ${column} = $2::uuid WHERE ${column} = $1::uuid`,
        person,
        member,
      );
    for (const statement of both) await db().$executeRawUnsafe(statement, person, member);
    await tx.externalPerson.update({
      where: { userId: person },
      data: { askedById: null, claimedById: member, claimedAt: new Date() },
    });
    const channels = essays.map(({ essay }) => essayChannel(id, essay));
    for (const channel of [...channels, groupChannel(id), cardsChannel(id)].sort()) await resync(channel, id);
  });
