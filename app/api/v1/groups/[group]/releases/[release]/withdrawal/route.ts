import { withdrawRelease } from '@/lib/server/data/releases/releases';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/releases/{release}/withdrawal', ({ viewer, params, body }) =>
  withdrawRelease(viewer, params, body.reason),
);
