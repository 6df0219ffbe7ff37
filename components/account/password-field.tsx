'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { Field, inputClass } from '@/components/ui/field';

interface Props extends ComponentProps<'input'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

export function PasswordField({ label, hint, error, ...input }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            {...input}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={`${inputClass} pr-18`}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label="Show what is typed"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 rounded-r-md px-3 text-ink-2 text-sm hover:text-ink noscript:hidden"
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  );
}
