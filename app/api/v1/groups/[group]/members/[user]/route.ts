import { changeRole, removeMember } from '@/lib/server/data/members';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint('PATCH /groups/{group}/members/{user}', ({ viewer, params, body }) =>
  changeRole(viewer, params.group, { user: params.user, role: body.role }),
);

export const DELETE = endpoint('DELETE /groups/{group}/members/{user}', ({ viewer, params }) =>
  removeMember(viewer, params.group, params.user),
);
