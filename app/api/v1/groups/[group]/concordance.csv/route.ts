import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { concordance } from '@/lib/server/data/search/concordance';
import { endpoint } from '@/lib/server/http/endpoint';

/** A table has no place to say that there is more: the name of the file does. */
const headersOf = (capped: boolean) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="concordance${capped ? '-first-1000' : ''}.csv"`,
});

export const GET = endpoint('GET /groups/{group}/concordance.csv', async ({ viewer, params, query }) => {
  const { lines, capped } = await concordance(viewer, params.group, query);
  return new Response(concordanceCsv(lines), { headers: headersOf(capped) });
});
