import { createReply } from '@/lib/server/data/replies';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /annotations/{id}/replies', ({ viewer, params, body }) =>
  createReply(viewer, params.id, body),
);
