import 'server-only';
import { config } from '@/lib/server/config';
import { beginSession } from '@/lib/server/data/sessions';
import { visitor } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

export const overTls = (): boolean => config().APP_URL.startsWith('https:');

/** Over TLS the prefix binds the cookie to this host and path (RFC 6265bis 4.1.3). */
export const sessionCookie = () => (overTls() ? '__Host-session' : 'session');

/** What Auth.js, and we, set a session cookie with. Lax: links from elsewhere arrive signed in. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: overTls() }) as const;

/** Begins a session and gives its token, which is stored nowhere but in the person's cookie. */
export async function newSession(user: string, userAgent: string | null) {
  const token = secretToken(32);
  const expires = await beginSession(visitor, { tokenHash: hashToken(token), user, userAgent });
  return { token, expires };
}

/** The session token a request carries. */
export function sessionTokenOf(headers: Headers): string | undefined {
  const name = sessionCookie();
  for (const pair of headers.get('cookie')?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
}
