import { positionsCsv } from '@/lib/core/export/csv/agreement-csv';
import { agreementPositions } from '@/lib/server/data/agreement/positions';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="agreement-positions.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/agreement/positions.csv',
  async ({ viewer, params, query }) =>
    new Response(positionsCsv(await agreementPositions(viewer, params.group, query)), { headers }),
);
