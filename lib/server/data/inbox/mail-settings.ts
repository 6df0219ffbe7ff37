import 'server-only';
import type { MailSettings } from '@/lib/core/api/inbox';
import type { Mailing } from '@/lib/core/inbox/next-mail';
import { db, query, transaction } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { planMails } from './mails';

/** What is mailed to the viewer; whether the site sends mail is the caller's to know. */
export async function mailSettings(viewer: Viewer): Promise<Omit<MailSettings, 'available'>> {
  const id = userIdOf(viewer);
  const [user, memberships] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id },
      select: { mailing: true, email: true, emailVerified: true, mailBouncedAt: true },
    }),
    db().membership.findMany({
      where: { userId: id },
      select: { muted: true, group: { select: { id: true, slug: true, name: true } } },
      orderBy: { group: { name: 'asc' } },
    }),
  ]);
  return {
    mailing: user.mailing as Mailing,
    address: user.email,
    confirmed: user.emailVerified !== null,
    bounced: user.mailBouncedAt?.toISOString() ?? null,
    groups: memberships.map(({ muted, group }) => ({ ...group, muted })),
  };
}

/** Choosing again is also how somebody tells that their address works again. What waits goes out by the new choice. */
export async function setMailing(viewer: Viewer, mailing: Mailing): Promise<void> {
  const userId = userIdOf(viewer);
  await transaction(async () => {
    await db().user.update({
      where: { id: userId },
      data: { mailing, mailBouncedAt: null },
      select: { id: true },
    });
    await db().job.deleteMany({ where: { kind: 'mail', key: userId } });
    await planMails(viewer, [userId]);
  });
}

/** Mails somebody nothing more; a link that was mailed to them says who they are. */
export async function stopMail(_viewer: Viewer, userId: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId }, data: { mailing: 'off' } });
  await db().job.deleteMany({ where: { kind: 'mail', key: userId } });
}

/** The viewer showed that they read what is mailed to their address. */
export async function confirmAddress(viewer: Viewer): Promise<void> {
  const userId = userIdOf(viewer);
  await transaction(async () => {
    await db()
      .$executeRaw`UPDATE "user" SET email_verified = coalesce(email_verified, now()) WHERE id = ${userId}::uuid`;
    await planMails(viewer, [userId]);
  });
}

/** Mails the viewer nothing from a group, or something again. */
export async function setMuted(viewer: Viewer, group: string, muted: boolean): Promise<void> {
  const { id } = await groupFor(viewer, group, 'subscription.keep');
  await query(
    'mute-group',
    'UPDATE membership SET muted = $3::boolean WHERE group_id = $1::uuid AND user_id = $2::uuid',
    [id, userIdOf(viewer), muted],
  );
}
