import { createWebhook, listWebhooks } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';
import { secretOf } from '@/lib/server/webhooks/webhook-secret';

export const GET = endpoint('GET /groups/{group}/webhooks', async ({ viewer, params }) => ({
  items: await listWebhooks(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/webhooks', async ({ viewer, params, body }) => {
  const made = await createWebhook(viewer, params.group, body);
  return { ...made, secret: secretOf(made.id) };
});
