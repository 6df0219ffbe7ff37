'use client';

import { useId, useState } from 'react';
import { api } from '@/components/api-client';
import { fontNames } from '@/components/reader/font-names';
import { Choices } from '@/components/ui/choices';
import { Refusal } from '@/components/ui/refusal';
import { ThemeChoice } from '@/components/ui/theme-choice';
import { useRequest } from '@/components/use-request';
import type { Settings } from '@/lib/core/api/account';

const switches = [
  {
    name: 'presence',
    label: 'Show that I am reading',
    hint: 'Members of the group see your name and roughly where you are.',
  },
  {
    name: 'shortcuts',
    label: 'Single-key shortcuts',
    hint: 'Move with j and k, mark a chosen passage with c, x, f and h, make a card of an open note with c. Turn this off if you use speech input.',
  },
] as const;

/** The switches are on unless somebody turns them off; every change is saved at once. */
export function PreferenceSwitches({ settings }: { settings: Settings }) {
  return (
    <div className="grid gap-5">
      <ThemeChoice isMember />
      <FontChoice initial={settings.font ?? 'serif'} />
      {switches.map((each) => (
        <Switch key={each.name} {...each} initial={settings[each.name] ?? true} />
      ))}
    </div>
  );
}

type Font = keyof typeof fontNames;

function FontChoice({ initial }: { initial: Font }) {
  const [font, setFont] = useState(initial);
  const { error, run } = useRequest();
  async function change(next: Font) {
    setFont(next);
    if (!(await run(() => api('PATCH /me', { body: { settings: { font: next } } })))) setFont(font);
  }
  return (
    <div>
      <Choices legend="Font of the essays" options={fontNames} value={font} onChange={change} />
      <Refusal error={error} />
    </div>
  );
}

interface SwitchProps {
  name: 'presence' | 'shortcuts';
  label: string;
  hint: string;
  initial: boolean;
}

function Switch({ name, label, hint, initial }: SwitchProps) {
  const id = useId();
  const [on, setOn] = useState(initial);
  const { error, done, run } = useRequest();
  async function change(next: boolean) {
    setOn(next);
    const changed = await run(() => api('PATCH /me', { body: { settings: { [name]: next } } }));
    if (!changed) setOn(!next);
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      <label className="flex min-h-11 min-w-0 flex-1 items-start gap-3">
        <input
          type="checkbox"
          checked={on}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change(event.target.checked)}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>
          <span id={`${id}-label`} className="block">
            {label}
          </span>
          <span id={`${id}-hint`} className="block text-ink-2 text-sm">
            {hint}
          </span>
        </span>
      </label>
      <span role="status" className="ml-auto text-ink-2 text-sm">
        {done && 'Saved.'}
      </span>
      {error && (
        <div className="basis-full">
          <Refusal error={error} />
        </div>
      )}
    </div>
  );
}
