import { coverageCsv } from '@/lib/core/export/csv/coverage-csv';
import { groupCoverage } from '@/lib/server/data/coverage';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/coverage.csv', async ({ viewer, params }) =>
  csvAnswer('coverage', coverageCsv(await groupCoverage(viewer, params.group))),
);
