import { agreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { groupFigures } from '@/lib/server/data/agreement/figures';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/agreement.csv', async ({ viewer, params }) =>
  csvAnswer('agreement', agreementCsv(await groupFigures(viewer, params.group))),
);
