'use client';

import { useState } from 'react';
import { DropArea } from '@/components/ui/drop-area';
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
  const endings = [...new Set(sources.flatMap(({ extensions }) => extensions))];

  function take(file: File) {
    if (file.size > largest) {
      const size = Math.ceil(file.size / 1e6);
      return setMessage(`${file.name} is ${size} MB. The limit is ${largest / 1e6} MB: import it in parts.`);
    }
    setMessage('');
    const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
    const fits = source.extensions.includes(ending);
    onChoose(fits ? source : (sources.find(({ extensions }) => extensions.includes(ending)) ?? source), file);
  }

  return (
    <div className="grid gap-6">
      <DropArea
        accept={endings.join()}
        hint={`${endings.join(', ')}, up to ${largest / 1e6} MB`}
        status={message || name}
        disabled={pending}
        onFile={take}
      />
      <KindChoice sources={sources} source={source} pending={pending} onSource={onSource} />
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
          className="flex items-start has-enabled:cursor-pointer has-disabled:text-ink-3 gap-3 rounded-md border border-rule p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
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
