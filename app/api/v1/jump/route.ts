import { jumpTargets } from '@/lib/server/data/search/jump';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /jump', async ({ viewer, query: { q, group } }) => ({
  items: await jumpTargets(viewer, q, group),
}));
