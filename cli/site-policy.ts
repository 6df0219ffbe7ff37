import { z } from 'zod';
import { SignUpPolicy } from '@/lib/core/api/site';
import { setSignUpPolicy, signUpPolicy } from '@/lib/server/data/site';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const meaning: Record<SignUpPolicy, string> = {
  invite: 'Accounts come with an invitation (invite).',
  open: 'Anybody who can reach the site may make an account (open).',
};

export const sitePolicy = command({
  name: 'site policy',
  about: 'Tell or change who may make an account: invite or open.',
  argument: 'POLICY',
  flags: {},
  input: z.strictObject({ policy: SignUpPolicy.optional() }),
  async run({ policy }) {
    if (policy) await setSignUpPolicy(visitor, policy);
    const signUp = await signUpPolicy(visitor);
    return { json: { signUp }, text: meaning[signUp] };
  },
});
