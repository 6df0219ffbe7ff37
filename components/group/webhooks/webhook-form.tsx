'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormFooter } from '@/components/account/form-footer';
import { api } from '@/components/api-client';
import { TextField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';
import { useForm } from '@/components/use-request';
import { eventNames } from './event-names';

export function WebhookForm({ group }: { group: string }) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const { onSubmit, fields, ...outcome } = useForm(async (value, form) => {
    const chosen = new FormData(form).getAll('events');
    const events = eventNames.flatMap(([kind]) => (chosen.includes(kind) ? kind : []));
    const made = await api('POST /groups/{group}/webhooks', {
      params: { group },
      body: { url: value('url'), events },
    });
    setSecret(made.secret);
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-5">
      <TextField
        label="Address to tell"
        name="url"
        type="url"
        required
        maxLength={2048}
        autoComplete="off"
        placeholder="https://"
        error={fields.url}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">Of what?</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {eventNames.map(([kind, name]) => (
            <label key={kind} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name="events"
                value={kind}
                defaultChecked={kind === 'annotation' || kind === 'card'}
              />
              {name}
            </label>
          ))}
        </div>
        {fields.events && <p className="text-danger text-sm">Choose at least one.</p>}
      </fieldset>
      {secret && (
        <ShownOnce
          label="Messages are signed with this secret. Copy it now. It is not shown again."
          value={secret}
        />
      )}
      <FormFooter label="Add webhook" {...outcome} done={false} />
    </form>
  );
}
