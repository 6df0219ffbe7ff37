import 'server-only';
import { mayGive, mayTouch, rolesInvitedBy } from '@/lib/core/access/member-roles';
import type { Member, MemberRole } from '@/lib/core/api/groups';
import { conflict, forbidden, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { revealCompleted } from './annotation-rounds/round-steps';
import { db, transaction } from './database';
import { groupChannel, publish } from './events';
import { type GroupScope, groupFor, lockedGroupFor } from './group-scope';
import { refuseBanned } from './moderation/banned';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

const shown = { role: true, joinedAt: true, user: { select: { id: true, name: true } } } as const;

interface Row {
  role: string;
  joinedAt: Date;
  user: { id: string; name: string };
}

const toMember = ({ role, joinedAt, user }: Row): Member => ({
  person: user,
  role: role as MemberRole,
  joined: joinedAt.toISOString(),
});

/** Members in the order they joined. */
export async function listMembers(viewer: Viewer, group: string): Promise<Member[]> {
  const { id } = await groupFor(viewer, group, 'member.list');
  const rows = await db().membership.findMany({
    where: { groupId: id },
    select: shown,
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
  });
  return rows.map(toMember);
}

/** Makes somebody a member at once, without asking them: for the command line and the sample. */
export async function addMember(
  viewer: Viewer,
  group: string,
  { user, role }: { user: string; role: MemberRole },
): Promise<Member> {
  return transaction(async (tx) => {
    const scope = await lockedGroupFor(viewer, group, 'member.change');
    const key = { groupId: scope.id, userId: user };
    if (await tx.membership.findUnique({ where: { groupId_userId: key } }))
      return changeRole(viewer, scope.id, { user, role });
    await refuseBanned(scope.id, user);
    const row = await tx.membership.create({ data: { ...key, role }, select: shown });
    await tell(viewer, scope, { change: 'joined', user });
    return toMember(row);
  });
}

/** Gives a member another role. The last owner stays one. */
export async function changeRole(
  viewer: Viewer,
  group: string,
  { user, role }: { user: string; role: MemberRole },
): Promise<Member> {
  return transaction(async (tx) => {
    const scope = await lockedGroupFor(viewer, group, 'member.change');
    const before = await memberRow(scope, user);
    if (!mayGive(scope.role, role) || !mayTouch(scope.role, before.role as MemberRole)) throw forbidden();
    if (before.role === role) return toMember(before);
    if (before.role === 'owner') await requireAnotherOwner(scope, user);
    const row = await tx.membership.update({
      where: { groupId_userId: { groupId: scope.id, userId: user } },
      data: { role },
      select: shown,
    });
    await revokeInvitationsAbove(scope, { user, role });
    await revealCompleted(scope.id);
    await tell(viewer, scope, { change: 'edited', user });
    return toMember(row);
  });
}

/** Removes a member; oneself is leaving. What they wrote stays. */
export async function removeMember(viewer: Viewer, group: string, user: string): Promise<void> {
  const leaving = user.toLowerCase() === userIdOf(viewer);
  await transaction(async (tx) => {
    const { id } = await groupFor(viewer, group, 'group.read');
    const scope = await lockedGroupFor(viewer, id, leaving ? 'group.leave' : 'member.remove');
    const { role } = await memberRow(scope, user);
    if (!leaving && !mayTouch(scope.role, role as MemberRole))
      throw forbidden('You can only remove members whose role is below yours.');
    if (role === 'owner') await requireAnotherOwner(scope, user);
    await tx.membership.delete({ where: { groupId_userId: { groupId: scope.id, userId: user } } });
    await revokeInvitationsAbove(scope, { user, role: null });
    await revealCompleted(scope.id);
    await tell(viewer, scope, { change: 'left', user });
  });
}

async function memberRow({ id }: GroupScope, user: string): Promise<Row> {
  if (!isId(user)) throw notFound();
  const row = await db().membership.findUnique({
    where: { groupId_userId: { groupId: id, userId: user } },
    select: shown,
  });
  if (!row) throw notFound();
  return row;
}

async function requireAnotherOwner({ id }: GroupScope, user: string): Promise<void> {
  const others = await db().membership.count({
    where: { groupId: id, role: 'owner', NOT: { userId: user } },
  });
  if (others === 0)
    throw conflict('last-owner', 'A group needs an owner. Make somebody else owner first, then step down.');
}

/** Links made by somebody end with the power to make them. */
async function revokeInvitationsAbove(
  { id }: GroupScope,
  { user, role }: { user: string; role: MemberRole | null },
): Promise<void> {
  const invited = role === null ? [] : rolesInvitedBy(role);
  await db().$executeRaw`
    UPDATE invitation SET revoked_at = now() WHERE group_id = ${id}::uuid AND creator_id = ${user}::uuid
    AND revoked_at IS NULL AND role <> ALL (${invited}::text[])`;
}

const tell = (viewer: Viewer, { id }: GroupScope, { change, user }: { change: string; user: string }) =>
  publish({ channel: groupChannel(id), kind: 'member', change, entity: user, actor: userIdOf(viewer) });
