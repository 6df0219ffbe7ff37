import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { transaction } from './database';
import { acceptInvitation } from './invitations';
import { createUser, type NewUser } from './users';
import type { Viewer } from './viewer';

/** Makes an account and joins the group an invitation leads to: both, or neither when the invitation is over. */
export async function createInvitedUser(viewer: Viewer, user: NewUser, invitation: string): Promise<Me> {
  return transaction(async () => {
    const made = await createUser(viewer, user);
    await acceptInvitation({ user: made, scope: 'write', session: null }, invitation);
    return made;
  });
}
