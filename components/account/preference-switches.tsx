'use client';

import { useId, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
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
    hint: 'Mark with c, x, f and h, move with j and k. Turn this off if you use speech input.',
  },
] as const;

/** Both are on unless somebody turns them off; a change is saved at once. */
export function PreferenceSwitches({ settings }: { settings: Settings }) {
  return (
    <div className="grid gap-5">
      {switches.map((each) => (
        <Switch key={each.name} {...each} initial={settings[each.name] ?? true} />
      ))}
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
  const [state, setState] = useState('');
  async function change(next: boolean) {
    setOn(next);
    try {
      await api('PATCH /me', { body: { settings: { [name]: next } } });
      setState('Saved.');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setOn(!next);
      setState(error.message);
    }
  }
  return (
    <div className="flex items-start gap-3">
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          checked={on}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change(event.target.checked)}
          className="mt-0.5 size-5 shrink-0 accent-accent"
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
        {state}
      </span>
    </div>
  );
}
