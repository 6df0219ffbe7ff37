import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { setupOver } from '@/lib/core/api/problem';
import type { SignUpPolicy } from '@/lib/core/api/site';
import { db, transaction } from './database';
import { setSignUpPolicy } from './site';
import { createUser, type NewUser } from './users';
import type { Viewer } from './viewer';

const identifier = 'setup';

const hasAdmin = async () =>
  (await db().user.findFirst({ where: { isAdmin: true }, select: { id: true } })) !== null;

/** Whether the site still waits for its first administrator, who is sought in the terminal: here everybody may ask. */
export const awaitsSetUp = async (_viewer: Viewer) => !(await hasAdmin());

/** Keeps a set-up token for an hour. False, and nothing kept, once there is an administrator. */
export async function keepSetupToken(_viewer: Viewer, tokenHash: string): Promise<boolean> {
  if (await hasAdmin()) return false;
  await db().$executeRaw`
    INSERT INTO verification_token (identifier, token, expires)
    VALUES (${identifier}, ${tokenHash}, now() + interval '1 hour')`;
  return true;
}

/** Whether a set-up with this token could succeed now. */
export async function setupIsOpen(_viewer: Viewer, tokenHash: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ open: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM verification_token
      WHERE identifier = ${identifier} AND token = ${tokenHash} AND expires > now())
      AND NOT EXISTS (SELECT 1 FROM "user" WHERE is_admin) AS open`;
  return row?.open ?? false;
}

/**
 * Makes the first administrator, once: set-ups queue at a lock, and whoever comes second finds an administrator.
 * The sample group, ownerless until then, becomes theirs.
 */
export async function setUp(
  viewer: Viewer,
  { tokenHash, signUp, ...admin }: NewUser & { tokenHash: string; signUp: SignUpPolicy },
): Promise<Me> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('cruxbook.setup'))`;
    if (!(await setupIsOpen(viewer, tokenHash))) throw setupOver();
    await tx.verificationToken.deleteMany({ where: { identifier } });
    await setSignUpPolicy(viewer, signUp);
    const user = await createUser(viewer, { ...admin, isAdmin: true, emailVerified: true });
    await tx.$executeRaw`
      INSERT INTO membership (group_id, user_id, role)
      SELECT id, ${user.id}::uuid, 'owner' FROM "group" WHERE slug = 'sample'`;
    return user;
  });
}
