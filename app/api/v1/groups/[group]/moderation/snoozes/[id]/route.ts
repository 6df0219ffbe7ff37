import { snooze } from '@/lib/server/data/moderation/snooze';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/moderation/snoozes/{id}', ({ viewer, params, body }) =>
  snooze(viewer, params, body.hours),
);

export const DELETE = endpoint('DELETE /groups/{group}/moderation/snoozes/{id}', ({ viewer, params }) =>
  snooze(viewer, params, null),
);
