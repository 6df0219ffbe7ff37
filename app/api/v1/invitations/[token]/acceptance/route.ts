import { acceptInvitation } from '@/lib/server/data/invitations';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /invitations/{token}/acceptance', ({ viewer, params }) =>
  acceptInvitation(viewer, params.token),
);
