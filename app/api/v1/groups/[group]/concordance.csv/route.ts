import { concordanceCsv } from '@/lib/core/export/csv/concordance-csv';
import { concordanceFile } from '@/lib/server/data/search/concordance-file';
import { csvAnswer } from '@/lib/server/http/csv-answer';
import { endpoint } from '@/lib/server/http/endpoint';

/** A table has no place to say that there is more: the name of the file does. */
export const GET = endpoint('GET /groups/{group}/concordance.csv', async ({ viewer, params, query }) => {
  const { lines, capped } = await concordanceFile(viewer, params.group, query);
  return csvAnswer(capped ? 'concordance-first-1000' : 'concordance', concordanceCsv(lines));
});
