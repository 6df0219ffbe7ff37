import { renewSecret } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';
import { secretOf } from '@/lib/server/webhooks/webhook-secret';

export const POST = endpoint('POST /groups/{group}/webhooks/{id}/secret', async ({ viewer, params }) => {
  const { id, generation } = await renewSecret(viewer, params);
  return { secret: secretOf(id, generation) };
});
