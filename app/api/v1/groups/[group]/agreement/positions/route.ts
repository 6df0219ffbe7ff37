import { agreementPositions } from '@/lib/server/data/agreement/positions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/agreement/positions', ({ viewer, params, query }) =>
  agreementPositions(viewer, params.group, query),
);
