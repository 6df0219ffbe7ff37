import { feedResponse } from '@/lib/server/feed/feed-response';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/feed.atom', feedResponse);
