'use client';

import { Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';

interface Props {
  /** What the chooser offers: endings with commas between. */
  accept: string;
  /** Which files are taken. */
  hint: ReactNode;
  /** What became of the last one, read out by screen readers. */
  status: ReactNode;
  disabled?: boolean;
  onFile: (file: File) => void;
}

function looks(disabled: boolean, over: boolean): string {
  if (disabled) return 'cursor-default border-rule text-ink-3';
  return `cursor-pointer ${over ? 'border-accent bg-accent-soft' : 'border-rule-strong/60 hover:bg-surface'}`;
}

/** Where one file is chosen or dropped. */
export function DropArea({ accept, hint, status, disabled = false, onFile }: Props) {
  const [over, setOver] = useState(false);

  function take(file: File | undefined) {
    if (file && !disabled) onFile(file);
  }

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        if (!disabled) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
      aria-disabled={disabled || undefined}
      className={`relative grid justify-items-center gap-1 rounded-lg border-2 border-dashed px-4 py-6 text-center text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 ${looks(disabled, over)}`}
    >
      <Upload size={20} aria-hidden="true" className="text-ink-3" />
      <span>
        <span className={disabled ? '' : 'font-medium underline'}>Choose a file</span> or drop it here
      </span>
      <span className="text-ink-3">{hint}</span>
      <input
        type="file"
        className="sr-only"
        disabled={disabled}
        accept={accept}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <span role="status" className="wrap-anywhere text-ink-2 empty:hidden">
        {status}
      </span>
    </label>
  );
}
