'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { FormFooter } from '@/components/account/form-footer';
import { api } from '@/components/api-client';
import { refreshWhenBehind } from '@/components/refresh-when-behind';
import { TextArea, TextField } from '@/components/ui/field';
import { KeptNote } from '@/components/ui/kept-note';
import { useKeptForm } from '@/components/use-kept-form';
import { useForm } from '@/components/use-request';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  /** To change; without it the form makes one. */
  group?: Group;
  /** Whose words are kept until they are sent. */
  viewer: string;
}

/** Makes a group, or changes one. */
export function GroupForm({ group, viewer }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(form, ['cruxbook.group', viewer, ...(group ? [group.id] : [])].join('.'));
  const router = useRouter();
  // The same for every try, so that a lost answer makes no second group.
  const [id] = useState(() => v7());
  const { fields, onSubmit, ...outcome } = useForm(async (value) => {
    const body = {
      name: value('name'),
      description: value('description'),
      visibility: value('visibility') === 'public' ? ('public' as const) : ('private' as const),
    };
    if (group)
      await api('PATCH /groups/{group}', {
        params: { group: group.id },
        body,
        version: group.version,
      }).catch(refreshWhenBehind(router));
    else {
      const { slug } = await api('POST /groups', { body: { id, ...body } });
      router.push(`/g/${slug}`);
    }
    kept.forget(group && body);
    router.refresh();
  });

  return (
    <form ref={form} onSubmit={onSubmit} className="grid gap-5">
      <KeptNote {...kept} />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={120}
        defaultValue={group?.name}
        dir="auto"
        error={fields.name}
        autoComplete="off"
      />
      <TextArea
        label="What is it for?"
        name="description"
        rows={3}
        maxLength={2000}
        defaultValue={group?.description}
        hint="One or two sentences. Members and, in a public group, everyone can read it."
        dir="auto"
        error={fields.description}
      />
      <VisibilityChoice chosen={group?.visibility ?? 'private'} />
      <FormFooter
        label={group ? 'Save' : 'Create group'}
        {...outcome}
        done={group !== undefined && outcome.done && 'Saved.'}
      />
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
            className="mt-1"
          />
          <span className="grid">
            <span className="font-medium text-sm">{label}</span>
            <span className="text-ink-2 text-sm">
              {hint}
              {value === 'private' &&
                chosen === 'public' &&
                ' Links that are out there lead nowhere for everybody else.'}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
