import 'server-only';
import type { LinkedAccount } from '@/lib/core/api/account';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, transaction } from './database';
import { endOtherSessions, userIdOf } from './users';
import type { Viewer } from './viewer';

/** Accounts at identity providers that the viewer signs in with. */
export async function listLinkedAccounts(viewer: Viewer): Promise<LinkedAccount[]> {
  const rows = await db().account.findMany({
    where: { userId: userIdOf(viewer) },
    select: { id: true, provider: true, providerAccountId: true },
    orderBy: [{ provider: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ providerAccountId: subject, ...rest }) => ({ ...rest, subject }));
}

/**
 * Nobody signs in with that account any more, and the viewer's other sessions end. Throws a 409 when it is the last way
 * in. `byMail`: a link can be mailed to whoever has an address.
 */
export async function unlinkAccount(viewer: Viewer, id: string, byMail: boolean): Promise<void> {
  const userId = userIdOf(viewer);
  if (!isId(id)) throw notFound();
  await transaction(async (tx) => {
    // Of two that are unlinked at once, the second sees that it is the last.
    await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const { count } = await tx.account.deleteMany({ where: { id, userId } });
    if (count === 0) throw notFound();
    const others = byMail ? [{ email: { not: null } }] : [];
    const ways = [{ passwordHash: { not: null } }, { accounts: { some: {} } }, ...others];
    if ((await tx.user.count({ where: { id: userId, OR: ways } })) === 0)
      throw conflict('last-way-in', 'This is your only way to sign in. Set a password first.');
    await endOtherSessions(viewer);
  });
}
