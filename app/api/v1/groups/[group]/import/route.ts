import { largestCorpusFile } from '@/lib/core/api/corpus-import';
import { importCorpus } from '@/lib/server/data/corpus-import/import-corpus';
import { groupFor } from '@/lib/server/data/group-scope';
import { endpoint } from '@/lib/server/http/endpoint';
import { readBytes } from '@/lib/server/http/request-body';

export const POST = endpoint('POST /groups/{group}/import', async ({ viewer, params, query, request }) => {
  await groupFor(viewer, params.group, 'corpus.import');
  const content = () => readBytes(request, largestCorpusFile);
  return importCorpus(viewer, params.group, { ...query, content });
});
