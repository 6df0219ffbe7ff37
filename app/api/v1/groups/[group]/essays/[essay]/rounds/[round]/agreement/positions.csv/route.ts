import { roundPositionsCsv } from '@/lib/core/export/csv/agreement-csv';
import { roundPositions } from '@/lib/server/data/annotation-rounds/round-positions';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="round-positions.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement/positions.csv',
  async ({ viewer, params, query }) =>
    new Response(roundPositionsCsv(await roundPositions(viewer, params, query)), { headers }),
);
