import { reactToReply } from '@/lib/server/data/reactions';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint(
  'PUT /replies/{id}/reactions/{kind}',
  async ({ viewer, params: { id, kind } }) => ({
    reactions: await reactToReply(viewer, id, { kind, on: true }),
  }),
);

export const DELETE = endpoint(
  'DELETE /replies/{id}/reactions/{kind}',
  async ({ viewer, params: { id, kind } }) => ({
    reactions: await reactToReply(viewer, id, { kind, on: false }),
  }),
);
