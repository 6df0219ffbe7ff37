import { previewEssay } from '@/lib/server/data/essay-imports';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/essays/preview', ({ viewer, params, body }) =>
  previewEssay(viewer, params.group, body),
);
