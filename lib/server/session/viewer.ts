import 'server-only';
import { forbidden, Problem } from '@/lib/core/api/problem';
import { rememberedViewer, viewerOfSession, viewerOfToken } from '@/lib/server/data/sessions';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { hashToken } from '@/lib/server/secret-token';
import { sessionTokenOf } from './session-cookie';

/**
 * Who asks, by bearer token or session cookie. A token that does not work is an error, an old cookie is a visitor. A token
 * for feeds opens nothing else, not even what is public: `isFeed` says that one is asked for.
 */
export async function viewerOf(headers: Headers, { isFeed = false } = {}): Promise<Viewer> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
    const viewer = token === undefined ? null : await viewerOfToken(hashToken(token));
    if (!viewer) throw new Problem(401, 'token', 'This token does not work: unknown, expired or revoked.');
    if (viewer.scope === 'feed' && !isFeed) throw forbidden('This token is for feeds only.');
    return viewer;
  }
  const token = sessionTokenOf(headers);
  return (token && (await viewerOfSession(hashToken(token)))) || visitor;
}

/** Who asks by session cookie, from memory: see `rememberedViewer` for what that is good for. */
export function recentViewerOf(headers: Headers): Viewer | null {
  const token = headers.has('authorization') ? undefined : sessionTokenOf(headers);
  return token === undefined ? null : rememberedViewer(hashToken(token));
}
