import 'server-only';
import { PrismaAdapter } from '@auth/prisma-adapter';
import { db, query, transaction } from './database';
import { beginSession, endSessionOf, viewerOfSession } from './sessions';
import { createUser } from './users';
import { visitor } from './viewer';

/** How the caller hashes tokens, and what the browser that asks calls itself. */
interface Circumstances {
  hashToken: (token: string) => string;
  userAgent: string | null;
}

const person = { id: true, name: true, email: true, emailVerified: true } as const;

interface Proof {
  identifier: string;
  token: string;
  expires: Date;
}

/**
 * The adapter of Auth.js over our tables: session tokens are hashed before they are stored, times are the database's,
 * and nothing that a provider returns is kept but who it says somebody is.
 */
export function authAdapter({ hashToken, userAgent }: Circumstances) {
  const prisma = PrismaAdapter(db() as never);
  const byEmail = (email: string) =>
    db().user.findFirst({ where: { email: email.toLowerCase(), deletedAt: null }, select: person });
  return {
    ...prisma,
    getUserByEmail: byEmail,
    async createUser({ name, email }: { name?: string | null; email: string }) {
      const address = email.toLowerCase();
      const fallback = address.slice(0, address.indexOf('@'));
      const chosen = { name: (name?.trim() || fallback).slice(0, 100), email: address };
      // Both ways here, a mailed link and an identity provider, have proved the address.
      await createUser(visitor, { ...chosen, passwordHash: null, emailVerified: true });
      return (await byEmail(address))!;
    },
    updateUser: ({ id }: { id: string }) => proveAddress(id),
    async linkAccount({ userId, type, provider, providerAccountId }: Link) {
      await db().account.create({ data: { userId, type, provider, providerAccountId } });
    },
    async createSession({ sessionToken, userId }: { sessionToken: string; userId: string }) {
      const tokenHash = hashToken(sessionToken);
      const expires = await beginSession(visitor, { tokenHash, user: userId, userAgent });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken: string) {
      // The same question as for every request: an idle session must not get a new way in.
      const id = (await viewerOfSession(hashToken(sessionToken)))?.session;
      if (!id) return null;
      const { user, ...session } = await db().session.findUniqueOrThrow({
        where: { id },
        select: { userId: true, expires: true, user: { select: person } },
      });
      return { user, session: { ...session, sessionToken } };
    },
    deleteSession: (sessionToken: string) => endSessionOf(visitor, hashToken(sessionToken)),
    async createVerificationToken({ identifier, token }: Proof) {
      const rows = await query<Proof>(
        'keep-proof',
        `INSERT INTO verification_token (identifier, token, expires)
         VALUES ($1, $2, now() + interval '10 minutes') RETURNING identifier, token, expires`,
        [identifier, token],
      );
      return rows[0]!;
    },
    /** Takes the token away in the same step, so that of two who use it at once only one succeeds. */
    async useVerificationToken({ identifier, token }: Omit<Proof, 'expires'>) {
      const rows = await query<Proof & { alive: boolean }>(
        'use-proof',
        `DELETE FROM verification_token WHERE identifier = $1 AND token = $2
         RETURNING identifier, token, expires, expires > now() AS alive`,
        [identifier, token],
      );
      return rows[0]?.alive ? rows[0] : null;
    },
  };
}

interface Link {
  userId: string;
  type: string;
  provider: string;
  providerAccountId: string;
}

/**
 * Somebody used a link that was mailed to the account's address. The first time, all that was set up without that
 * proof ends: whoever signed up with an address that is not theirs must not stay when its owner arrives.
 */
function proveAddress(id: string) {
  return transaction(async (tx) => {
    const where = { id, emailVerified: null };
    const { count } = await tx.user.updateMany({
      where,
      data: { emailVerified: new Date(), passwordHash: null },
    });
    if (count > 0) {
      await tx.session.deleteMany({ where: { userId: id } });
      await tx.apiToken.deleteMany({ where: { userId: id } });
      await tx.account.deleteMany({ where: { userId: id } });
      await tx.invitation.deleteMany({ where: { creatorId: id } });
    }
    return tx.user.findUniqueOrThrow({ where: { id }, select: person });
  });
}
