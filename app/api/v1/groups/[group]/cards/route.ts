import { createCard } from '@/lib/server/data/cards/create-card';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards', ({ viewer, params, query }) =>
  listCards(viewer, params.group, query),
);

export const POST = endpoint('POST /groups/{group}/cards', ({ viewer, params, body }) =>
  createCard(viewer, params.group, body),
);
