import { roundPositions } from '@/lib/server/data/annotation-rounds/round-positions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement/positions',
  ({ viewer, params, query }) => roundPositions(viewer, params, query),
);
