import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { endSessionOf } from '@/lib/server/data/sessions';
import { visitor } from '@/lib/server/data/viewer';
import { hashToken } from '@/lib/server/secret-token';
import { newSession, overTls, sessionCookie, sessionTokenOf } from '@/lib/server/session/session-cookie';
import { checkPassword } from './check-password';

/**
 * The answer that signs somebody in: who they are, and the cookie of a fresh session. The session that the request
 * came with ends, so that a planted cookie gains nothing.
 */
export async function signedIn(user: Me, request: Request): Promise<Response> {
  const old = sessionTokenOf(request.headers);
  if (old !== undefined) await endSessionOf(visitor, hashToken(old));
  const { token, expires } = await newSession(user.id, request.headers.get('user-agent'));
  const cookie = `${sessionCookie()}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax`;
  const headers = { 'set-cookie': overTls() ? `${cookie}; Secure` : cookie, 'cache-control': 'no-store' };
  return Response.json(user, { status: 201, headers });
}

/**
 * Signs in without leaving the page, for a dialog that meets an expired session: the cookie comes with the answer,
 * and the request that failed can be sent again. 401 with a sentence when the password is wrong.
 */
export async function signInHere(
  credentials: { email: string; password: string },
  request: Request,
): Promise<Response> {
  return signedIn(await checkPassword(credentials, request.headers), request);
}
