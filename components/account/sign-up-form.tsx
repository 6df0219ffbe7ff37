'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { NewAccountFields } from './new-account-fields';
import { useForm } from './use-form';

export function SignUpForm({ destination, invitation }: { destination: string; invitation: string | null }) {
  const { pending, message, fields, onSubmit } = useForm(async (value) => {
    const body = { name: value('name'), email: value('email'), password: value('password') };
    await api('POST /users', { body: invitation === null ? body : { ...body, invitation } });
    window.location.assign(destination);
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <NewAccountFields errors={fields} />
      {message && <Notice look="danger">{message}</Notice>}
      <Button type="submit" disabled={pending}>
        {pending ? 'Making your account…' : 'Make an account'}
      </Button>
    </form>
  );
}
