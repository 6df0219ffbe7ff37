import { pingWebhook } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/webhooks/{id}/ping', ({ viewer, params }) =>
  pingWebhook(viewer, params),
);
