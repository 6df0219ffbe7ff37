import 'server-only';
import { type AuthConfig, skipCSRFCheck } from '@auth/core';
import type { Adapter } from '@auth/core/adapters';
import { localPath } from '@/lib/core/access/local-path';
import { config } from '@/lib/server/config';
import { authAdapter } from '@/lib/server/data/auth-adapter';
import { accountOf } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { log } from '@/lib/server/log';
import { mailIsOn } from '@/lib/server/mail/mailer';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import {
  newSession,
  overTls,
  sessionCookie,
  sessionCookieOptions,
} from '@/lib/server/session/session-cookie';
import { mayJoin } from './admission';
import { mailProvider, oidcProvider, passwordProvider } from './providers';

const sessionSeconds = 90 * 24 * 60 * 60;

/** What a request brings that the configuration depends on. */
export interface Visit {
  userAgent: string | null;
  /** Somebody is signed in, and links another way to sign in. */
  signedIn: boolean;
  /** Token of the invitation that the person wants to return to. */
  invitation: string | null;
}

export function authConfig(visit: Visit): AuthConfig {
  const adapter = authAdapter({ hashToken, userAgent: visit.userAgent }) as Adapter;
  const oidc = oidcProvider();
  return {
    adapter,
    basePath: '/api/auth',
    trustHost: true,
    secret: config().AUTH_SECRET,
    // Our own check of the origin stands before every POST; forms work without script and without a token.
    skipCSRFCheck,
    useSecureCookies: overTls(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    session: { strategy: 'database', maxAge: sessionSeconds, generateSessionToken: () => secretToken(32) },
    cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
    // After a password Auth.js always makes a JWT and sets it as the session cookie. With database sessions nobody
    // reads a JWT, so what is made here is the token of a session row.
    jwt: { encode: async ({ token }) => (await newSession(token?.sub ?? '', visit.userAgent)).token },
    providers: [passwordProvider, mailProvider(visit.invitation), ...(oidc ? [oidc] : [])],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + localPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
      session: ({ session }) => ({ expires: session.expires }),
      signIn: (asked) => admit(asked, { visit, adapter }),
    },
    logger: {
      error: (error) => log.warn({ type: 'type' in error ? error.type : error.name }, 'sign-in refused'),
      warn: () => {},
      debug: () => {},
    },
  };
}

type SignIn = Parameters<NonNullable<NonNullable<AuthConfig['callbacks']>['signIn']>>[0];

/** Lets people in who have an account, and others as the site's policy says. A path is where a refusal is explained. */
async function admit(
  { user, account, email }: SignIn,
  { visit, adapter }: { visit: Visit; adapter: Adapter },
): Promise<boolean | string> {
  if (account?.type === 'credentials') return true;
  // Asking for a link is answered alike for everybody.
  if (account?.type === 'email') {
    if (!mailIsOn()) return false;
    if (email?.verificationRequest || (await accountOf(visitor, user.email ?? ''))) return true;
  }
  if (account?.type === 'oidc') {
    const { provider, providerAccountId } = account;
    if (visit.signedIn || (await adapter.getUserByAccount?.({ provider, providerAccountId }))) return true;
    if (!user.email) return '/sign-in?error=unverified';
    // Auth.js refuses to merge with the account that has this address, and says so.
    if (await accountOf(visitor, user.email)) return true;
  }
  return (await mayJoin(visit.invitation)) || '/sign-in?error=invitation';
}
