import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import { viewerOfSession, viewerOfToken } from '@/lib/server/data/sessions';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { hashToken } from './secret-token';

/** Over TLS the prefix binds the cookie to this host and path (RFC 6265bis §4.1.3). */
export const sessionCookie = () => (config().APP_URL.startsWith('https:') ? '__Host-session' : 'session');

/** Who asks, by bearer token or session cookie. A token that does not work is an error, an old cookie is a visitor. */
export async function viewerOf(headers: Headers): Promise<Viewer> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
    const viewer = token === undefined ? null : await viewerOfToken(hashToken(token));
    if (!viewer) throw new Problem(401, 'token', 'This token does not work: unknown, expired or revoked.');
    return viewer;
  }
  const token = cookie(headers.get('cookie'), sessionCookie());
  return (token && (await viewerOfSession(hashToken(token)))) || visitor;
}

function cookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
}
