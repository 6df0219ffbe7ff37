import { cardHistory } from '@/lib/server/data/cards/card-events';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/{card}/history', async ({ viewer, params }) => ({
  items: await cardHistory(viewer, params),
}));
