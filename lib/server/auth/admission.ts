import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { invitationOffer } from '@/lib/server/data/invitations';
import { signUpPolicy } from '@/lib/server/data/site';
import { visitor } from '@/lib/server/data/viewer';

/** Whether somebody without an account may make one now, whichever way they sign in. */
export async function mayJoin(invitation: string | null): Promise<boolean> {
  if ((await signUpPolicy(visitor)) === 'open') return true;
  if (invitation === null) return false;
  try {
    await invitationOffer(visitor, invitation);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
