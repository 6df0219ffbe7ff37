import { listBeliefs } from '@/lib/server/data/cards/beliefs';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/{card}/beliefs', async ({ viewer, params }) => ({
  items: await listBeliefs(viewer, params),
}));
