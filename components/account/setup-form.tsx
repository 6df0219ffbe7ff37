'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useForm } from '@/components/use-request';
import { NewAccountFields } from './new-account-fields';

export function SetupForm({ token }: { token: string }) {
  const { pending, error, fields, onSubmit } = useForm(async (value) => {
    const signUp = value('signUp') === 'open' ? 'open' : 'invite';
    const admin = { name: value('name'), email: value('email'), password: value('password') };
    await api('POST /setup', { body: { token, signUp, ...admin } });
    window.location.assign('/');
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <NewAccountFields errors={fields} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">Who may make an account?</legend>
        <Policy value="invite" title="People with an invitation">
          Members invite others by link.
        </Policy>
        <Policy value="open" title="Anybody who can reach this site">
          Private groups still need an invitation.
        </Policy>
      </fieldset>
      <Refusal error={error} />
      <Button type="submit" disabled={pending}>
        {pending ? 'Setting up…' : 'Set up'}
      </Button>
    </form>
  );
}

function Policy({ value, title, children }: { value: string; title: string; children: string }) {
  return (
    <label className="flex gap-3 rounded-md border border-rule bg-raised p-3 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name="signUp"
        value={value}
        defaultChecked={value === 'invite'}
        className="mt-1 accent-accent"
      />
      <span className="grid">
        <span>{title}</span>
        <span className="text-ink-2 text-sm">{children}</span>
      </span>
    </label>
  );
}
