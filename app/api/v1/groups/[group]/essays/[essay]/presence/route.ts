import { showPresence } from '@/lib/server/data/presence';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/essays/{essay}/presence', ({ viewer, params, body }) =>
  showPresence(viewer, { params, body }),
);
