import { listSubscriptions } from '@/lib/server/data/inbox/subscriptions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/subscriptions', async ({ viewer, params }) => ({
  items: await listSubscriptions(viewer, params.group),
}));
