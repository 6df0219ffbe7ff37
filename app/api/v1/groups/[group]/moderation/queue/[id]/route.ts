import { queueItem } from '@/lib/server/data/moderation/queue';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/moderation/queue/{id}', ({ viewer, params }) =>
  queueItem(viewer, params.group, params.id),
);
