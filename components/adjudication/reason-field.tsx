'use client';

import { type Ref, useId } from 'react';
import { inputClass } from '@/components/ui/field';
import { usualReasons } from './verdict-words';

interface Props {
  ref: Ref<HTMLInputElement>;
  reason: string;
  onChange: (reason: string) => void;
  /** By Enter and Escape. */
  onLeave: () => void;
}

/** Why; the annotators are told. */
export function ReasonField({ ref, reason, onChange, onLeave }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        Why? <span className="font-normal text-ink-3">Those who marked it are told.</span>
      </label>
      <input
        ref={ref}
        id={id}
        value={reason}
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') onLeave();
        }}
        className={inputClass}
      />
      <ul aria-label="Usual reasons" className="flex flex-wrap gap-1.5 text-sm">
        {usualReasons.map((usual) => (
          <li key={usual}>
            <button
              type="button"
              aria-pressed={reason === usual}
              onClick={() => onChange(reason === usual ? '' : usual)}
              className="min-h-8 rounded-full border border-rule px-3 text-ink-2 text-start hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink pointer-coarse:min-h-11"
            >
              {usual}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
