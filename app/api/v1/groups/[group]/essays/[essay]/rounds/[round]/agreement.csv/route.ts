import { roundAgreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { roundFigures } from '@/lib/server/data/annotation-rounds/round-agreement';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement.csv',
  async ({ viewer, params }) =>
    csvAnswer('round-agreement', roundAgreementCsv(await roundFigures(viewer, params))),
);
