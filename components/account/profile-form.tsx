'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, useSyncExternalStore } from 'react';
import { api } from '@/components/api-client';
import { Avatar } from '@/components/ui/avatar';
import { TextField } from '@/components/ui/field';
import { useForm } from '@/components/use-request';
import type { Me } from '@/lib/core/api/account';
import { FormFooter } from './form-footer';

const stays = () => () => {};
const zoneOfBrowser = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const spelled = (zone: string) => zone.replaceAll('_', ' ');

export function ProfileForm({ me, timeZones }: { me: Me; timeZones: string[] }) {
  const router = useRouter();
  const [name, setName] = useState(me.name);
  const list = useId();
  const [zone, setZone] = useState(me.timeZone);
  const here = useSyncExternalStore(stays, zoneOfBrowser, () => me.timeZone);
  const named = (typed: string) => {
    const plain = (name: string) => spelled(name).trim().toLowerCase();
    return timeZones.find((each) => plain(each) === plain(typed)) ?? typed;
  };
  const { onSubmit, fields, ...outcome } = useForm(async (value) => {
    await api('PATCH /me', {
      body: { name: value('name'), timeZone: named(value('timeZone')) },
    });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-md grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex items-center gap-3">
        <Avatar name={name} size={44} />
        <span className="min-w-0 truncate text-ink-2 text-sm">{me.email}</span>
      </div>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={fields.name}
      />
      <TextField
        label="Time zone"
        name="timeZone"
        list={list}
        required
        spellCheck={false}
        autoComplete="off"
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        onFocus={(event) => event.target.select()}
        hint={
          timeZones.includes(here) && here !== zone ? (
            <>
              This browser is in {spelled(here)}.{' '}
              <button type="button" className="underline" onClick={() => setZone(here)}>
                Use that
              </button>
            </>
          ) : (
            'Type a part of its name, such as a city.'
          )
        }
        error={fields.timeZone}
      />
      <datalist id={list}>
        {[...new Set([here, ...timeZones])].map((each) => (
          <option key={each} value={each}>
            {spelled(each)}
          </option>
        ))}
      </datalist>
      <FormFooter label="Save profile" {...outcome} done={outcome.done && 'Saved.'} />
    </form>
  );
}
