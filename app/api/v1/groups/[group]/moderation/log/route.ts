import { moderationLog } from '@/lib/server/data/moderation/log';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/moderation/log', ({ viewer, params, query }) =>
  moderationLog(viewer, params.group, query),
);
