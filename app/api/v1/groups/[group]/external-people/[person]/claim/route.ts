import { askToBe, dropClaim } from '@/lib/server/data/corpus-import/external-people';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/external-people/{person}/claim', ({ viewer, params }) =>
  askToBe(viewer, params),
);

export const DELETE = endpoint(
  'DELETE /groups/{group}/external-people/{person}/claim',
  ({ viewer, params }) => dropClaim(viewer, params),
);
