import { splitCard } from '@/lib/server/data/cards/split-card';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/split', ({ viewer, params, body }) =>
  splitCard(viewer, params, body),
);
