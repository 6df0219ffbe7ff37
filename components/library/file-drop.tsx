'use client';

import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { EssayDraft } from '@/lib/core/api/essays';
import { formatOfFile } from '@/lib/core/importing/format-of-file';
import { longestSource } from '@/lib/core/importing/longest-source';
import { millions } from './use-import';

type Format = EssayDraft['format'];

/** A character has at most three bytes per UTF-16 code unit: a larger file need not be opened. */
const largest = longestSource * 3;

/** Reads a dropped or chosen file as text; says what it cannot read, and leaves everything else as it was. */
export function FileDrop({ onText }: { onText: (text: string, format: Format) => void }) {
  const [message, setMessage] = useState('');
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    const format = formatOfFile(file.name);
    if (!format) return setMessage(`${file.name}: only .txt, .md and .html files can be read.`);
    const text = file.size > largest ? null : await file.text();
    if (text === null || text.length > longestSource)
      return setMessage(
        `${file.name} has ${millions(file.size)} MB; at most ${millions(longestSource)} MB can be read.`,
      );
    onText(text, format);
    setMessage(`${file.name} is in the box below.`);
  }

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
      className={`relative grid cursor-pointer justify-items-center gap-1 rounded-lg border-2 border-dashed px-4 py-6 text-center text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 ${over ? 'border-accent bg-accent-soft' : 'border-rule-strong/60 hover:bg-surface'}`}
    >
      <Upload size={20} aria-hidden="true" className="text-ink-3" />
      <span>
        <span className="font-medium underline">Choose a file</span> or drop it here
      </span>
      <span className="text-ink-3">.txt, .md or .html, up to 1.5 MB</span>
      <input
        type="file"
        accept=".txt,.text,.md,.markdown,.html,.htm"
        className="sr-only"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <span role="status" className="wrap-anywhere text-ink-2 empty:hidden">
        {message}
      </span>
    </label>
  );
}
