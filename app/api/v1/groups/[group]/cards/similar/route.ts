import { similarCards } from '@/lib/server/data/cards/similar-cards';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/similar', async ({ viewer, params, query }) => ({
  items: await similarCards(viewer, params.group, query),
}));
