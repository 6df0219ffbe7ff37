'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';
import { NewAccountFields, newAccount } from './new-account-fields';

export function SignUpForm({ destination, invitation }: { destination: string; invitation: string | null }) {
  const { pending, error, fields, onSubmit } = useForm(async (value) => {
    const body = newAccount(value);
    await api('POST /users', { body: invitation === null ? body : { ...body, invitation } });
    window.location.assign(destination);
  });
  const callbackUrl = invitation === null ? destination : `/invite/${invitation}`;
  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-5">
      <NewAccountFields errors={fields} />
      <Refusal error={error}>
        {error?.problem?.type === 'urn:cruxbook:email-taken' && (
          <a href={`/sign-in?${new URLSearchParams({ callbackUrl })}`} className="font-medium underline">
            Sign in instead.
          </a>
        )}
      </Refusal>
      <Button type="submit" disabled={pending}>
        {pending ? 'Making your account…' : 'Make an account'}
      </Button>
    </form>
  );
}
