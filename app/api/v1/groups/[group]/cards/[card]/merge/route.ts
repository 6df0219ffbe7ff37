import { mergeCard } from '@/lib/server/data/cards/merge-cards';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/merge', ({ viewer, params, body }) =>
  mergeCard(viewer, params, body),
);
