import { decide } from '@/lib/server/data/moderation/decide';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/moderation/decisions',
  async ({ viewer, params, body }) => ({ entries: await decide(viewer, params.group, body) }),
);
