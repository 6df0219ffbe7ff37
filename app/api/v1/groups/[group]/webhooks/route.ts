import { listWebhooks } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';
import { setUpWebhook } from '@/lib/server/webhooks/set-up-webhook';

export const GET = endpoint('GET /groups/{group}/webhooks', async ({ viewer, params }) => ({
  items: await listWebhooks(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/webhooks', ({ viewer, params, body }) =>
  setUpWebhook(viewer, params.group, body),
);
