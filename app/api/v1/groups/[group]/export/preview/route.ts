import { previewCorpus } from '@/lib/server/data/export/preview-corpus';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/export/preview', ({ viewer, params, query }) =>
  previewCorpus(viewer, params.group, query),
);
