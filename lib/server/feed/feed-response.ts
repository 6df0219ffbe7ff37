import 'server-only';
import { createHash } from 'node:crypto';
import { atom, type Feed } from '@/lib/core/feed/atom';
import { anyOrigin, matches } from '@/lib/server/http/machine-door';

/** A feed as a file, or 304 where who asks has it already: feed readers ask every hour, for years. */
export function feedResponse(feed: Feed, { headers: asked }: Request): Response {
  const body = atom(feed);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const modified = new Date(feed.updated);
  const headers = new Headers({
    ...{ etag, 'last-modified': modified.toUTCString(), 'cache-control': 'private, no-cache' },
    ...{ vary: 'Authorization, Cookie', ...anyOrigin },
  });
  if (isFresh(asked, etag, modified)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/atom+xml; charset=utf-8');
  return new Response(body, { headers });
}

/** RFC 9110 13.2.2: the time counts only where no tag was sent, and in whole seconds. */
function isFresh(asked: Headers, etag: string, modified: Date): boolean {
  const known = asked.get('if-none-match');
  if (known !== null) return matches(known, etag);
  const since = Date.parse(asked.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
