import { listDeliveries } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/webhooks/{id}/deliveries', async ({ viewer, params }) => ({
  items: await listDeliveries(viewer, params),
}));
