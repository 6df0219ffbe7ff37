import { reactToAnnotation } from '@/lib/server/data/reactions';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint(
  'PUT /annotations/{id}/reactions/{kind}',
  async ({ viewer, params: { id, kind } }) => ({
    reactions: await reactToAnnotation(viewer, id, { kind, on: true }),
  }),
);

export const DELETE = endpoint(
  'DELETE /annotations/{id}/reactions/{kind}',
  async ({ viewer, params: { id, kind } }) => ({
    reactions: await reactToAnnotation(viewer, id, { kind, on: false }),
  }),
);
