import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { mayGive } from '@/lib/core/access/member-roles';
import type { Input, Output } from '@/lib/core/api/contracts';
import type { Group, Invitation, MemberRole } from '@/lib/core/api/groups';
import { conflict, forbidden, notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { config } from '@/lib/server/config';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { db, query, transaction } from './database';
import { groupChannel, publish } from './events';
import { demand, groupFor, lockedGroupFor } from './group-scope';
import { groupOf } from './groups';
import { refuseBanned } from './moderation/banned';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

interface Row {
  id: string;
  role: MemberRole;
  expires: Date;
  maxUses: number | null;
  uses: number;
  creatorId: string;
  creatorName: string;
  created: Date;
}

const columns = `i.id, i.role, i.expires_at AS expires, i.max_uses AS "maxUses", i.uses, i.created_at AS created,
  u.id AS "creatorId", u.name AS "creatorName"`;

const works = `i.revoked_at IS NULL AND i.expires_at > now() AND (i.max_uses IS NULL OR i.uses < i.max_uses)`;

const toInvitation = ({ expires, created, creatorId, creatorName, ...rest }: Row): Invitation => ({
  ...rest,
  expires: expires.toISOString(),
  created: created.toISOString(),
  creator: { id: creatorId, name: creatorName },
});

/** Those that still work, newest first. Their tokens are known to nobody any more. */
export async function listInvitations(viewer: Viewer, group: string): Promise<Invitation[]> {
  const { id } = await groupFor(viewer, group, 'invitation.list');
  const rows = await query<Row>(
    'list-invitations',
    `SELECT ${columns} FROM invitation i JOIN "user" u ON u.id = i.creator_id
     WHERE i.group_id = $1::uuid AND ${works} ORDER BY i.created_at DESC, i.id`,
    [id],
  );
  return rows.map(toInvitation);
}

export type NewInvitation = Input<'POST /groups/{group}/invitations'>['body'];
/** With the secret, which nobody can read again. */
export type NewLink = Output<'POST /groups/{group}/invitations'>;

/** Call it in a transaction. */
async function insertInvitation(
  viewer: Viewer,
  group: string,
  { id = uuidv7(), role, days, maxUses }: NewInvitation,
): Promise<NewLink> {
  const scope = await lockedGroupFor(viewer, group, 'invitation.create');
  if (!mayGive(scope.role, role)) throw forbidden('You cannot invite people to a role above your own.');
  const token = secretToken();
  const [row] = await query<Row>(
    'create-invitation',
    `WITH i AS (
       INSERT INTO invitation (id, group_id, token_hash, role, max_uses, expires_at, creator_id)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5::int, now() + $6::int * interval '1 day', $7::uuid)
       ON CONFLICT (id) DO NOTHING RETURNING *)
     SELECT ${columns} FROM i JOIN "user" u ON u.id = i.creator_id`,
    [id, scope.id, hashToken(token), role, maxUses, days, userIdOf(viewer)],
  );
  if (!row) throw conflict('id-taken', 'Something with this id exists already. Send a new id.');
  return { ...toInvitation(row), token, url: `${config().APP_URL}/invite/${token}` };
}

/** Waits for whoever changes roles in the group: a link never outlives the power to make it. */
export const createInvitation = (viewer: Viewer, group: string, draft: NewInvitation): Promise<NewLink> =>
  transaction(() => insertInvitation(viewer, group, draft));

export async function revokeInvitation(viewer: Viewer, group: string, id: string): Promise<void> {
  const scope = await groupFor(viewer, group, 'group.read');
  const invitation = isId(id)
    ? await db().invitation.findFirst({
        where: { id, groupId: scope.id, revokedAt: null },
        select: { creatorId: true },
      })
    : null;
  demand(viewer, 'invitation.revoke', { ...scope, own: invitation?.creatorId === userIdOf(viewer) });
  if (!invitation) throw notFound();
  await db().$executeRaw`
    UPDATE invitation SET revoked_at = now() WHERE id = ${id}::uuid AND revoked_at IS NULL`;
}

const invitationOver = () =>
  new Problem(
    404,
    'invitation-over',
    'This invitation does not work: it has expired, was used up or taken back. Ask for a new one.',
  );

export interface InvitationOffer {
  group: { id: string; slug: string; name: string; description: string };
  role: MemberRole;
  /** Who invites. */
  creator: string;
}

/** What a link leads to, for the one who holds it. Unknown tokens and links that ended get the same refusal. */
export async function invitationOffer(_viewer: Viewer, token: string): Promise<InvitationOffer> {
  const [row] = await query<InvitationOffer>(
    'invitation-offer',
    `SELECT json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'description', g.description) AS "group",
            i.role, u.name AS creator
     FROM invitation i JOIN "group" g ON g.id = i.group_id JOIN "user" u ON u.id = i.creator_id
     WHERE i.token_hash = $1 AND ${works}`,
    [hashToken(token)],
  );
  if (!row) throw invitationOver();
  return row;
}

/**
 * Joins the group a link leads to. Members keep the role they have and use nothing up. The count rises and is compared
 * in one statement, so a link for one person lets one in, however many try at once.
 */
export async function acceptInvitation(viewer: Viewer, token: string): Promise<Group> {
  const userId = userIdOf(viewer);
  return transaction(async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: { tokenHash: hashToken(token) },
      select: { id: true, groupId: true, role: true },
    });
    if (!invitation) throw invitationOver();
    const { id, groupId, role } = invitation;
    // Waits for whoever bans somebody at this moment.
    await tx.$queryRaw`SELECT 1 FROM "group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`;
    await refuseBanned(groupId, userId);
    const { count } = await tx.membership.createMany({
      data: { groupId, userId, role },
      skipDuplicates: true,
    });
    if (count === 0) return groupOf(viewer, groupId);
    const used = await tx.$executeRawUnsafe(
      `UPDATE invitation i SET uses = uses + 1 WHERE i.id = $1::uuid AND ${works}`,
      id,
    );
    if (used === 0) throw invitationOver();
    await publish({
      channel: groupChannel(groupId),
      kind: 'member',
      change: 'joined',
      entity: userId,
      actor: userId,
    });
    return groupOf(viewer, groupId);
  });
}
