import { mergeCard } from '@/lib/server/data/cards/merge-cards';
import { previewMerge } from '@/lib/server/data/cards/preview-merge';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/cards/{card}/merge',
  ({ viewer, params, query: { into, negated } }) =>
    previewMerge(viewer, params, { into, negated: negated === 'true' }),
);

export const POST = endpoint('POST /groups/{group}/cards/{card}/merge', ({ viewer, params, body }) =>
  mergeCard(viewer, params, body),
);
