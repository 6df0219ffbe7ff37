import { moderationQueue } from '@/lib/server/data/moderation/queue';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/moderation/queue', ({ viewer, params, query }) =>
  moderationQueue(viewer, params.group, query),
);
