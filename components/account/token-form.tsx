'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api-client';
import { SelectField, TextField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';
import { useForm } from '@/components/use-request';
import { FormFooter } from './form-footer';
import { tokenScopes } from './token-scopes';

export function TokenForm() {
  const router = useRouter();
  const [token, setToken] = useState<string | null>(null);
  const { onSubmit, fields, ...outcome } = useForm(async (value, form) => {
    const scope = tokenScopes.find(([name]) => name === value('scope'))?.[0] ?? 'read';
    const days = value('days') === '' ? null : Number(value('days'));
    const made = await api('POST /me/tokens', { body: { name: value('name'), scope, days } });
    setToken(made.token);
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-[1fr_auto_auto]">
        <TextField
          label="What is it for?"
          name="name"
          autoComplete="off"
          required
          maxLength={100}
          placeholder="Weekly export"
          error={fields.name}
        />
        <SelectField label="Access" name="scope" defaultValue="read">
          {tokenScopes.map(([scope, name]) => (
            <option key={scope} value={scope}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Expires" name="days" defaultValue="90">
          <option value="30">In 30 days</option>
          <option value="90">In 90 days</option>
          <option value="365">In a year</option>
          <option value="">Never</option>
        </SelectField>
      </div>
      {token && <ShownOnce label="Copy the token now. It is not shown again." value={token} />}
      <FormFooter label="Make a token" {...outcome} done={false} />
    </form>
  );
}
