import { changeGroup, deleteGroup, groupOf } from '@/lib/server/data/groups';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}', ({ viewer, params }) => groupOf(viewer, params.group));

export const PATCH = endpoint('PATCH /groups/{group}', ({ viewer, params, body, ifMatch }) =>
  changeGroup(viewer, params.group, { ...body, ifMatch }),
);

export const DELETE = endpoint('DELETE /groups/{group}', ({ viewer, params, body }) =>
  deleteGroup(viewer, params.group, body.name),
);
