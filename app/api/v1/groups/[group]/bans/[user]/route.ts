import { ban, liftBan } from '@/lib/server/data/moderation/bans';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/bans/{user}', ({ viewer, params, body }) =>
  ban(viewer, params, body.reason),
);

export const DELETE = endpoint('DELETE /groups/{group}/bans/{user}', ({ viewer, params }) =>
  liftBan(viewer, params),
);
