import { roundAgreement } from '@/lib/server/data/annotation-rounds/round-agreement';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement',
  ({ viewer, params }) => roundAgreement(viewer, params),
);
