import { changeWebhook, deleteWebhook } from '@/lib/server/data/webhooks';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint('PATCH /groups/{group}/webhooks/{id}', ({ viewer, params, body }) =>
  changeWebhook(viewer, params, body),
);

export const DELETE = endpoint('DELETE /groups/{group}/webhooks/{id}', ({ viewer, params }) =>
  deleteWebhook(viewer, params),
);
