'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';
import { NewAccountFields, newAccount } from './new-account-fields';
import { SignUpPolicyField } from './sign-up-policy-field';

export function SetupForm({ token }: { token: string }) {
  const { pending, error, fields, onSubmit } = useForm(async (value) => {
    const signUp = value('signUp') === 'open' ? 'open' : 'invite';
    const admin = newAccount(value);
    await api('POST /setup', { body: { token, signUp, ...admin } });
    window.location.assign('/');
  });
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <NewAccountFields errors={fields} />
      <SignUpPolicyField initial="invite" />
      <Refusal error={error} />
      <Button type="submit" disabled={pending}>
        {pending ? 'Setting up…' : 'Set up'}
      </Button>
    </form>
  );
}
