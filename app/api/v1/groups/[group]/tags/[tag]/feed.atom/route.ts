import { feedOf } from '@/lib/server/data/feed';
import { feedResponse } from '@/lib/server/feed/feed-response';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/tags/{tag}/feed.atom', async ({ viewer, params, request }) =>
  feedResponse(await feedOf(viewer, params), request),
);
