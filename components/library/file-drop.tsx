'use client';

import { Upload } from 'lucide-react';
import { useState } from 'react';

type Format = 'text' | 'markdown' | 'html';

const formats: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};
const largest = 2_000_000;

/** Reads a dropped or chosen file as text; says what it cannot read, and leaves everything else as it was. */
export function FileDrop({ onText }: { onText: (text: string, format: Format) => void }) {
  const [message, setMessage] = useState('');
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    const format = formats[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!format) return setMessage(`${file.name}: only .txt, .md and .html files can be read.`);
    if (file.size > largest)
      return setMessage(`${file.name} has ${Math.round(file.size / 1e5) / 10} MB; at most 2 MB can be read.`);
    onText(await file.text(), format);
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
      className={`grid cursor-pointer justify-items-center gap-1 rounded-lg border-2 border-dashed px-4 py-6 text-center text-sm focus-within:outline-2 focus-within:outline-focus ${over ? 'border-accent bg-accent-soft' : 'border-rule-strong/60 hover:bg-surface'}`}
    >
      <Upload size={20} aria-hidden="true" className="text-ink-3" />
      <span>
        <span className="font-medium underline">Choose a file</span> or drop it here
      </span>
      <span className="text-ink-3">.txt, .md or .html, up to 2 MB</span>
      <input
        type="file"
        accept=".txt,.text,.md,.markdown,.html,.htm"
        className="sr-only"
        onChange={(event) => take(event.target.files?.[0])}
      />
      <span role="status" className="text-ink-2 empty:hidden">
        {message}
      </span>
    </label>
  );
}
