import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { forbidden, notFound } from '@/lib/core/api/problem';
import { setUp, setupIsOpen } from '@/lib/server/data/setup';
import { type SignUpPolicy, signUpPolicy } from '@/lib/server/data/sign-up-policy';
import { createUser } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashPassword } from './password';
import { hashToken } from './secret-token';
import { refuseWeakPassword } from './weak-password';

interface Applicant {
  name: string;
  email: string;
  password: string;
}

async function hashed({ name, email, password }: Applicant) {
  await refuseWeakPassword(password, { name, email });
  return { name, email, passwordHash: await hashPassword(password) };
}

/** Makes an account where the site is open. */
export async function signUp(viewer: Viewer, applicant: Applicant): Promise<Me> {
  if ((await signUpPolicy(viewer)) !== 'open')
    throw forbidden('On this site accounts come with an invitation. Ask a member for an invitation link.');
  return createUser(viewer, await hashed(applicant));
}

/** Makes the first administrator with the token of the set-up link. */
export async function setUpSite(
  viewer: Viewer,
  { token, signUp, ...applicant }: Applicant & { token: string; signUp: SignUpPolicy },
): Promise<Me> {
  const tokenHash = hashToken(token);
  // Looked up before the costly hash; what counts is the look in the transaction.
  if (!(await setupIsOpen(viewer, tokenHash))) throw notFound();
  return setUp(viewer, { ...(await hashed(applicant)), tokenHash, signUp });
}
