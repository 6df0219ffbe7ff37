import { agreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { groupAgreement } from '@/lib/server/data/agreement/agreement';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="agreement.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/agreement.csv',
  async ({ viewer, params }) =>
    new Response(agreementCsv(await groupAgreement(viewer, params.group)), { headers }),
);
