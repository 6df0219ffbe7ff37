import { coverageCsv } from '@/lib/core/export/csv/coverage-csv';
import { groupCoverage } from '@/lib/server/data/coverage';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="coverage.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/coverage.csv',
  async ({ viewer, params }) =>
    new Response(coverageCsv(await groupCoverage(viewer, params.group)), { headers }),
);
