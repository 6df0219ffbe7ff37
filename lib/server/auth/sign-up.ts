import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { forbidden, setupOver } from '@/lib/core/api/problem';
import type { SignUpPolicy } from '@/lib/core/api/site';
import { invitationOffer } from '@/lib/server/data/invitations';
import { createInvitedUser } from '@/lib/server/data/invited-user';
import { setUp, setupIsOpen } from '@/lib/server/data/setup';
import { signUpPolicy } from '@/lib/server/data/site';
import { createUser } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashToken } from '@/lib/server/secret-token';
import { hashPassword } from './password';
import { refuseWeakPassword } from './weak-password';

interface Applicant {
  name: string;
  email: string;
  password: string;
  timeZone?: string | undefined;
}

async function hashed({ name, email, password, timeZone }: Applicant) {
  await refuseWeakPassword(password, { name, email });
  return { name, email, timeZone, passwordHash: await hashPassword(password) };
}

/** Makes an account: for anybody where the site is open, otherwise for whoever holds an invitation, which is used. */
export async function signUp(
  viewer: Viewer,
  { invitation, ...applicant }: Applicant & { invitation?: string | undefined },
): Promise<Me> {
  if (invitation !== undefined) {
    // Looked at before the costly hash; what counts is the look in the transaction.
    await invitationOffer(viewer, invitation);
    return createInvitedUser(viewer, await hashed(applicant), invitation);
  }
  if ((await signUpPolicy(viewer)) !== 'open')
    throw forbidden(
      'On this site accounts come with an invitation. Ask an owner or moderator of a group for an invitation link.',
    );
  return createUser(viewer, await hashed(applicant));
}

/** Makes the first administrator with the token of the set-up link. */
export async function setUpSite(
  viewer: Viewer,
  { token, signUp, ...applicant }: Applicant & { token: string; signUp: SignUpPolicy },
): Promise<Me> {
  const tokenHash = hashToken(token);
  if (!(await setupIsOpen(viewer, tokenHash))) throw setupOver();
  return setUp(viewer, { ...(await hashed(applicant)), tokenHash, signUp });
}
