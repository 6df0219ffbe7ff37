import { positionsResponse } from '@/lib/server/export/positions-response';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/agreement/positions.csv', ({ params, query, ...asked }) =>
  positionsResponse(asked, { ...query, ...params }, 'csv'),
);
