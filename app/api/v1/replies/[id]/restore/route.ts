import { restoreReply } from '@/lib/server/data/replies';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /replies/{id}/restore', ({ viewer, params }) =>
  restoreReply(viewer, params.id),
);
