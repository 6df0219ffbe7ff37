import { agreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { groupAgreement } from '@/lib/server/data/agreement/agreement';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/agreement.csv', async ({ viewer, params }) =>
  csvAnswer('agreement', agreementCsv(await groupAgreement(viewer, params.group))),
);
