import 'server-only';
import { db } from './database';
import type { Viewer } from './viewer';

/** `invite`: accounts come from invitations only. `open`: anybody may make one. */
export type SignUpPolicy = 'invite' | 'open';

const key = 'signUpPolicy';

export async function signUpPolicy(_viewer: Viewer): Promise<SignUpPolicy> {
  const setting = await db().setting.findUnique({ where: { key }, select: { value: true } });
  return setting?.value === 'open' ? 'open' : 'invite';
}

export async function setSignUpPolicy(_viewer: Viewer, value: SignUpPolicy): Promise<void> {
  await db().setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
