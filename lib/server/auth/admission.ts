import 'server-only';
import { signUpPolicy } from '@/lib/server/data/sign-up-policy';
import { visitor } from '@/lib/server/data/viewer';

/** Whether somebody without an account may make one now, whichever way they sign in. */
export async function mayJoin(_invitation: string | null): Promise<boolean> {
  return (await signUpPolicy(visitor)) === 'open';
}
