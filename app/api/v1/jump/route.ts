import { jumpTargets, roleIn } from '@/lib/server/data/search/jump';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /jump', async ({ viewer, query: { q, group } }) => {
  const [items, role] = await Promise.all([jumpTargets(viewer, q, group), roleIn(viewer, group)]);
  return { items, role };
});
