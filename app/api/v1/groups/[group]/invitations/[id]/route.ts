import { revokeInvitation } from '@/lib/server/data/invitations';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /groups/{group}/invitations/{id}', ({ viewer, params }) =>
  revokeInvitation(viewer, params.group, params.id),
);
