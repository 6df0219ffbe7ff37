import { metCards } from '@/lib/server/data/cards/met-cards';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/cards', async ({ viewer, params }) => ({
  items: await metCards(viewer, params),
}));
