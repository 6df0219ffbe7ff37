import type { Output } from '@/lib/core/api/contracts';
import { previewEssay } from '@/lib/server/data/essay-imports';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/essays/preview',
  async (_, preview: Output<'POST /groups/{group}/essays/preview'>) => preview,
  { prepare: ({ viewer, params, body }) => previewEssay(viewer, params.group, body) },
);
