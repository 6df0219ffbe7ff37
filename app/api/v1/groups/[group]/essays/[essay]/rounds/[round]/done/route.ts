import { setDone } from '@/lib/server/data/annotation-rounds/lead-round';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint(
  'PUT /groups/{group}/essays/{essay}/rounds/{round}/done',
  ({ viewer, params, body }) => setDone(viewer, params, body.done),
);
