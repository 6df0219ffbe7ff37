'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { v7 } from 'uuid';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useRequest } from '@/components/use-request';
import type { Group } from '@/lib/core/api/groups';

/** Makes a group, or changes `group`. */
export function GroupForm({ group }: { group?: Group }) {
  const router = useRouter();
  const { busy, error, run, fieldError } = useRequest();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      name: String(form.get('name')),
      description: String(form.get('description')),
      visibility: form.get('visibility') === 'public' ? ('public' as const) : ('private' as const),
    };
    const saved = await run(() =>
      group
        ? api('PATCH /groups/{group}', { params: { group: group.id }, body, version: group.version })
        : api('POST /groups', { params: {}, body: { id: v7(), ...body } }),
    );
    if (saved) router.push(`/g/${saved.slug}`);
    if (saved) router.refresh();
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {error && <Notice look="danger">{error.message}</Notice>}
      <TextField
        label="Name"
        name="name"
        required
        maxLength={120}
        defaultValue={group?.name}
        error={fieldError('name')}
        autoComplete="off"
      />
      <TextArea
        label="What is it for?"
        name="description"
        rows={3}
        maxLength={2000}
        defaultValue={group?.description}
        hint="One or two sentences. Members and, in a public group, everyone can read it."
        error={fieldError('description')}
      />
      <VisibilityChoice chosen={group?.visibility ?? 'private'} />
      <div>
        <Button type="submit" disabled={busy}>
          {group ? 'Save' : 'Create group'}
        </Button>
      </div>
    </form>
  );
}

const visibilities = [
  ['private', 'Private', 'Only members can see anything here, even that the group exists.'],
  ['public', 'Public', 'Anyone can read essays and annotations; members write.'],
] as const;

function VisibilityChoice({ chosen }: { chosen: 'public' | 'private' }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">Who can see it?</legend>
      {visibilities.map(([value, label, hint]) => (
        <label
          key={value}
          className="flex gap-3 rounded-md border border-rule p-3 hover:bg-surface has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="visibility"
            value={value}
            defaultChecked={chosen === value}
            className="mt-1 accent-(--accent)"
          />
          <span className="grid">
            <span className="font-medium text-sm">{label}</span>
            <span className="text-ink-2 text-sm">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
