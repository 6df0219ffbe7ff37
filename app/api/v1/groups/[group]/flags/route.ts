import { raiseFlag } from '@/lib/server/data/moderation/flags';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/flags', ({ viewer, params, body }) =>
  raiseFlag(viewer, params.group, body),
);
