import { setSharing } from '@/lib/server/data/export/sharing';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/essays/{essay}/sharing', ({ viewer, params, body }) =>
  setSharing(viewer, params, body.share),
);
