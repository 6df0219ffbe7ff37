import 'server-only';
import { createHash } from 'node:crypto';
import { atom } from '@/lib/core/feed/atom';
import { type FeedPlace, feedOf, findFeed } from '@/lib/server/data/feed';
import type { Viewer } from '@/lib/server/data/viewer';
import { anyOrigin, matches } from '@/lib/server/http/machine-door';
import { RecentlyUsed } from '@/lib/server/recently-used';

interface Asked {
  viewer: Viewer;
  params: FeedPlace;
  request: Request;
}

/** By ETag; at most so many UTF-16 code units. */
const written = new RecentlyUsed<string>(8_000_000, (text) => text.length);

/**
 * A feed as a file, or 304 where who asks has it already: feed readers ask every hour, for years. By its ETag alone: what
 * moderators let through later is older than what was sent, so no date tells of it.
 */
export async function feedResponse({ viewer, params, request }: Asked): Promise<Response> {
  const found = await findFeed(viewer, params);
  const etag = `"${createHash('sha256').update(found.key).digest('base64url')}"`;
  const headers = new Headers({
    etag,
    'cache-control': 'private, no-cache',
    vary: 'Authorization, Cookie',
    ...anyOrigin,
  });
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const text = written.get(etag) ?? atom(await feedOf(viewer, found));
  written.set(etag, text);
  headers.set('content-type', 'application/atom+xml; charset=utf-8');
  return new Response(text, { headers });
}
