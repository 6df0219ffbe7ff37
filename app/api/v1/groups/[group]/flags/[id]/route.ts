import { withdrawFlag } from '@/lib/server/data/moderation/flags';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /groups/{group}/flags/{id}', ({ viewer, params }) =>
  withdrawFlag(viewer, params.group, params.id),
);
