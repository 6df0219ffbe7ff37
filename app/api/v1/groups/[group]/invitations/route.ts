import { createInvitation, listInvitations } from '@/lib/server/data/invitations';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/invitations', async ({ viewer, params }) => ({
  items: await listInvitations(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/invitations', ({ viewer, params, body }) =>
  createInvitation(viewer, params.group, body),
);
