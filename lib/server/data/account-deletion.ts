import 'server-only';
import { conflict } from '@/lib/core/api/problem';
import { revealCompleted } from './annotation-rounds/round-steps';
import { forgetAnswers } from './cards/forget-answers';
import { db, query, transaction } from './database';
import { deleteGroup } from './groups';
import { removeMember } from './members';
import { keepOut } from './releases/kept-out';
import { announceRename } from './renaming';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

interface Standing {
  id: string;
  slug: string;
  name: string;
  /** Other members who have an account. */
  others: number;
  lastOwner: boolean;
}

const standings = `
  SELECT g.id, g.slug, g.name,
    (SELECT count(*)::int FROM membership o JOIN "user" u ON u.id = o.user_id
     WHERE o.group_id = g.id AND o.user_id <> m.user_id AND u.email IS NOT NULL) AS others,
    m.role = 'owner' AND NOT EXISTS (SELECT 1 FROM membership o
     WHERE o.group_id = g.id AND o.user_id <> m.user_id AND o.role = 'owner') AS "lastOwner"
  FROM membership m JOIN "group" g ON g.id = m.group_id
  WHERE m.user_id = $1::uuid ORDER BY g.name`;

/**
 * Deletes the viewer's account: what they wrote for groups stays without their name, what was private goes, and so
 * do their positions on cards and the groups that nobody else is in. Throws a 409 while others depend on them as a group's only owner.
 */
export async function deleteAccount(viewer: Viewer): Promise<void> {
  const id = userIdOf(viewer);
  await transaction(async (tx) => {
    // Whoever else leaves one of the groups waits, or both could go and leave it without an owner.
    await tx.$queryRaw`
      SELECT 1 FROM "group" WHERE id IN (SELECT group_id FROM membership WHERE user_id = ${id}::uuid)
      ORDER BY id FOR NO KEY UPDATE`;
    const groups = await query<Standing>('group-standings', standings, [id]);
    refuseLastOwner(groups.filter(({ lastOwner, others }) => lastOwner && others > 0));
    for (const group of groups) await leave(viewer, group);
    await keepOut('notes', [id]);
    await tx.annotation.deleteMany({ where: { authorId: id, visibility: 'private' } });
    await forget(id);
    // They stay in the sample's list of members until here.
    for (const group of groups) await revealCompleted(group.id);
  });
}

function refuseLastOwner(groups: Standing[]): void {
  if (groups.length === 0) return;
  const names = new Intl.ListFormat('en').format(groups.map(({ name }) => `“${name}”`));
  throw conflict(
    'last-owner',
    `You are the only owner of ${names}. Make another member owner there first, or delete the group.`,
  );
}

/** The sample group stays for whoever sets the site up again. */
async function leave(viewer: Viewer, { id, slug, name, lastOwner }: Standing): Promise<void> {
  if (slug === 'sample') return;
  if (lastOwner) await deleteGroup(viewer, id, name);
  else await removeMember(viewer, id, userIdOf(viewer));
}

/** Everything about a person but the fact that somebody wrote what stays. What they believe stands for nothing without them. */
async function forget(userId: string): Promise<void> {
  const where = { userId };
  await forgetAnswers(userId);
  await db().membership.deleteMany({ where });
  await db().session.deleteMany({ where });
  await db().apiToken.deleteMany({ where });
  await db().account.deleteMany({ where });
  await db().subscription.deleteMany({ where: { OR: [where, { kind: 'person', subjectId: userId }] } });
  await db().notification.deleteMany({ where });
  await db().ban.deleteMany({ where });
  await db().readMark.deleteMany({ where });
  await db().threadRead.deleteMany({ where });
  await db().idempotencyKey.deleteMany({ where });
  await db().export.deleteMany({ where });
  await db().invitation.deleteMany({ where: { creatorId: userId } });
  await db().$executeRaw`
    UPDATE "user" SET name = 'Former member', email = NULL, email_verified = NULL, password_hash = NULL,
      time_zone = 'UTC', settings = '{}', is_admin = false,
      mailing = 'off', mail_bounced_at = NULL, deleted_at = now() WHERE id = ${userId}::uuid`;
  await announceRename(userId);
}
