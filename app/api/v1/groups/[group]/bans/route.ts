import { listBans } from '@/lib/server/data/moderation/bans';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/bans', async ({ viewer, params }) => ({
  items: await listBans(viewer, params.group),
}));
