import { listSessions } from '@/lib/server/data/sessions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/sessions', async ({ viewer }) => ({
  items: await listSessions(viewer),
}));
