import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { concordance } from '@/lib/server/data/search/concordance';
import { endpoint } from '@/lib/server/http/endpoint';

const headers = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="concordance.csv"',
};

export const GET = endpoint(
  'GET /groups/{group}/concordance.csv',
  async ({ viewer, params, query }) =>
    new Response(concordanceCsv((await concordance(viewer, params.group, query)).lines), { headers }),
);
