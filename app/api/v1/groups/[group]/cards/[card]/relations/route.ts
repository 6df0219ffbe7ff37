import { relateCard } from '@/lib/server/data/cards/relations';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/relations', ({ viewer, params, body }) =>
  relateCard(viewer, params, body),
);
