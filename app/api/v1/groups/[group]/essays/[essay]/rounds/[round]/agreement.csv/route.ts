import { roundAgreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { roundAgreement } from '@/lib/server/data/annotation-rounds/round-agreement';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="round-agreement.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement.csv',
  async ({ viewer, params }) =>
    new Response(roundAgreementCsv(await roundAgreement(viewer, params)), { headers }),
);
