import { replyHistory } from '@/lib/server/data/revisions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /replies/{id}/history', ({ viewer, params }) =>
  replyHistory(viewer, params.id),
);
