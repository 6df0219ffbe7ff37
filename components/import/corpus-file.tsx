'use client';

import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { OfferedSource } from './import-desk';

interface Props {
  sources: readonly OfferedSource[];
  source: OfferedSource;
  /** Of the file that is chosen. */
  name: string | null;
  /** In bytes. */
  largest: number;
  pending: boolean;
  onChoose: (source: OfferedSource, file: File) => void;
  onSource: (source: OfferedSource) => void;
}

/** Which file, and what kind it is: told by its ending, unless somebody says otherwise. */
export function CorpusFile({ sources, source, name, largest, pending, onChoose, onSource }: Props) {
  const [message, setMessage] = useState('');
  const [over, setOver] = useState(false);

  function take(file: File | undefined) {
    if (!file || pending) return;
    if (file.size > largest) {
      const size = Math.ceil(file.size / 1e6);
      return setMessage(
        `${file.name} has ${size} MB; at most ${largest / 1e6} MB come at once. Bring it in parts.`,
      );
    }
    setMessage('');
    const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
    const fits = source.extensions.includes(ending);
    onChoose(fits ? source : (sources.find(({ extensions }) => extensions.includes(ending)) ?? source), file);
  }

  return (
    <div className="grid gap-6">
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
        className={`relative grid cursor-pointer justify-items-center gap-1 rounded-lg border-2 border-dashed px-4 py-6 text-center text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 ${over ? 'border-accent bg-accent-soft' : 'border-rule-strong/60 hover:bg-surface'}`}
      >
        <Upload size={20} aria-hidden="true" className="text-ink-3" />
        <span>
          <span className="font-medium underline">Choose a file</span> or drop it here
        </span>
        <span className="text-ink-3">
          {[...new Set(sources.flatMap(({ extensions }) => extensions))].join(', ')}, up to {largest / 1e6} MB
        </span>
        <input
          type="file"
          className="sr-only"
          disabled={pending}
          accept={[...new Set(sources.flatMap(({ extensions }) => extensions))].join()}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <span role="status" className="wrap-anywhere text-ink-2 empty:hidden">
          {message || name}
        </span>
      </label>
      <KindChoice {...{ sources, source, pending, onSource }} />
    </div>
  );
}

type KindProps = Pick<Props, 'sources' | 'source' | 'pending' | 'onSource'>;

function KindChoice({ sources, source, pending, onSource }: KindProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">What kind of file</legend>
      {sources.map((one) => (
        <label
          key={one.name}
          className="flex cursor-pointer items-start gap-3 rounded-md border border-rule p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="source"
            className="mt-1 shrink-0"
            checked={one.name === source.name}
            disabled={pending}
            onChange={() => onSource(one)}
          />
          <span className="text-sm">
            <span className="font-medium">{one.title}</span>
            <span className="block text-ink-2">{one.brings}</span>
            {!one.hasTexts && (
              <span className="block text-ink-3">The essays must be on the group’s list already.</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
