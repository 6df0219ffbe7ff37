'use client';

import { useState } from 'react';
import { DropArea } from '@/components/ui/drop-area';
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

  async function take(file: File) {
    const format = formatOfFile(file.name);
    if (!format) return setMessage(`${file.name}: only .txt, .md and .html files can be read.`);
    const text = file.size > largest ? null : await file.text();
    if (text === null || text.length > longestSource)
      return setMessage(
        `${file.name} is ${millions(file.size)} MB. The limit is ${millions(longestSource)} MB.`,
      );
    onText(text, format);
    setMessage(`${file.name} is in the box below.`);
  }

  return (
    <DropArea
      accept=".txt,.text,.md,.markdown,.html,.htm"
      hint=".txt, .md or .html, up to 1.5 MB"
      status={message}
      onFile={(file) => void take(file)}
    />
  );
}
