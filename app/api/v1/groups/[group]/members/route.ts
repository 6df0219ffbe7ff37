import { listMembers } from '@/lib/server/data/members';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/members', async ({ viewer, params }) => ({
  items: await listMembers(viewer, params.group),
}));
