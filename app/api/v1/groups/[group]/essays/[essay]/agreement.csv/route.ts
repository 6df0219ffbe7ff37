import { essayAgreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { essayFigures } from '@/lib/server/data/agreement/figures';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/agreement.csv', async ({ viewer, params }) =>
  csvAnswer('agreement', essayAgreementCsv(await essayFigures(viewer, params))),
);
