import { agreeToClaim } from '@/lib/server/data/corpus-import/external-people';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/external-people/{person}/claim/agreement',
  ({ viewer, params, body }) => agreeToClaim(viewer, params, body.member),
);
