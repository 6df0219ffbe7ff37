import { confirmingReveal } from '@/lib/server/data/annotation-rounds/confirming-reveal';
import { changeRole, removeMember } from '@/lib/server/data/members';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint('PATCH /groups/{group}/members/{user}', ({ viewer, params, body }) =>
  confirmingReveal(viewer, body.endBlindPhase, () =>
    changeRole(viewer, params.group, { user: params.user, role: body.role }),
  ),
);

export const DELETE = endpoint('DELETE /groups/{group}/members/{user}', ({ viewer, params, query }) =>
  confirmingReveal(viewer, query.endBlindPhase, () => removeMember(viewer, params.group, params.user)),
);
