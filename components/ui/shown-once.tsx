'use client';

import { type ReactNode, useId } from 'react';
import { CopyButton } from './copy-button';
import { inputClass } from './field';

interface Props {
  /** What it is, and that it has to be copied now. */
  label: string;
  value: string;
  /** What else to know about it. */
  children?: ReactNode;
}

/** A secret or a link that the server tells once, ready to be copied. */
export function ShownOnce({ label, value, children }: Props) {
  const id = useId();
  return (
    <div className="grid gap-2 rounded-md border border-accent/30 bg-accent-soft px-4 py-3 text-sm">
      <div role="status">
        <label htmlFor={id}>{label}</label>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClass} min-w-0 flex-1 basis-48 font-mono text-sm`}
        />
        <CopyButton key={value} text={() => value} />
      </div>
      {children}
    </div>
  );
}
