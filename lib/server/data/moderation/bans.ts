import 'server-only';
import { mayTouch } from '@/lib/core/access/member-roles';
import type { MemberRole } from '@/lib/core/api/groups';
import type { Ban } from '@/lib/core/api/moderation';
import { forbidden, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, query, transaction } from '@/lib/server/data/database';
import { groupChannel, publish } from '@/lib/server/data/events';
import { groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { removeMember } from '@/lib/server/data/members';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { enter } from './log';
import { subjectsSql } from './subjects';

interface Place {
  group: string;
  user: string;
}

/** Who may not come back to the group, latest first. */
export async function listBans(viewer: Viewer, group: string): Promise<Ban[]> {
  const { id } = await groupFor(viewer, group, 'moderation.review');
  const person = { select: { id: true, name: true } };
  const rows = await db().ban.findMany({
    where: { groupId: id },
    select: { user: person, by: person, reason: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ user, by, reason, createdAt }) => ({
    person: user,
    by,
    reason,
    created: createdAt.toISOString(),
  }));
}

/** Removes somebody from the group for good. What they wrote stays; who left before may be banned too. */
export async function ban(viewer: Viewer, { group, user }: Place, reason: string): Promise<void> {
  await transaction(async (tx) => {
    const scope = await lockedGroupFor(viewer, group, 'moderation.review');
    if (!isId(user)) throw notFound();
    const key = { groupId: scope.id, userId: user.toLowerCase() };
    const member = await tx.membership.findUnique({ where: { groupId_userId: key }, select: { role: true } });
    if (!member && !(await contributed(key))) throw notFound();
    if (key.userId === userIdOf(viewer) || (member && !mayTouch(scope.role, member.role as MemberRole)))
      throw forbidden('You can only ban members whose role is below yours.');
    if (member) await removeMember(viewer, scope.id, key.userId);
    const { count } = await tx.ban.createMany({
      data: { ...key, byId: userIdOf(viewer), reason },
      skipDuplicates: true,
    });
    const subject = { kind: 'member', subject: key.userId, author: key.userId };
    if (count > 0)
      await enter(viewer, scope.id, {
        verb: 'ban',
        ...subject,
        note: reason,
        before: member?.role ?? 'stranger',
        after: 'banned',
      });
  });
}

async function contributed({ groupId, userId }: { groupId: string; userId: string }): Promise<boolean> {
  const rows = await query<{ id: string }>(
    'contributed',
    `SELECT s.id FROM (${subjectsSql}) s WHERE s.group_id = $1::uuid AND s.author = $2::uuid LIMIT 1`,
    [groupId, userId],
  );
  return rows.length > 0;
}

/** Lifts a ban: they are a member again, or a reader if they were one. Who had left before has to come back by themselves. */
export async function liftBan(viewer: Viewer, { group, user }: Place): Promise<void> {
  await transaction(async (tx) => {
    const scope = await lockedGroupFor(viewer, group, 'moderation.review');
    const key = { groupId: scope.id, userId: isId(user) ? user.toLowerCase() : scope.id };
    const { count } = await tx.ban.deleteMany({ where: key });
    if (count === 0) throw notFound();
    const last = { groupId: scope.id, kind: 'member', subjectId: key.userId, verb: 'ban' };
    const entry = await tx.moderationEntry.findFirst({ where: last, orderBy: { id: 'desc' } });
    const before = entry?.before ?? 'member';
    const role = before === 'reader' ? 'reader' : 'member';
    if (before !== 'stranger') await tx.membership.create({ data: { ...key, role } });
    const subject = { kind: 'member', subject: key.userId, author: key.userId };
    const after = before === 'stranger' ? before : role;
    await enter(viewer, scope.id, { verb: 'unban', ...subject, before: 'banned', after });
    if (before === 'stranger') return;
    const event = { kind: 'member', change: 'joined', entity: key.userId, actor: userIdOf(viewer) };
    await publish({ ...event, channel: groupChannel(scope.id) });
  });
}
