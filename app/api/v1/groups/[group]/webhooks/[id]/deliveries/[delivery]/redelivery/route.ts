import { redeliver } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/webhooks/{id}/deliveries/{delivery}/redelivery',
  ({ viewer, params }) => redeliver(viewer, params),
);
