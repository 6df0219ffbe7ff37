'use client';

import { useId } from 'react';
import { packedAs } from './packed-as';

export interface OfferedFormat {
  name: string;
  title: string;
  extension: string;
  files: 'one' | 'in turn' | 'together';
  keeps: string;
  loses: string;
}

interface Props {
  formats: readonly OfferedFormat[];
  value: string;
  onChange: (name: string) => void;
}

/** The formats; of the chosen one, what it keeps and what it loses. */
export function FormatChoice({ formats, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-read font-semibold text-lg">Format</legend>
      {formats.map((format) => (
        <label
          key={format.name}
          className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md border border-rule bg-raised p-3 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft forced-colors:has-checked:border-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            checked={format.name === value}
            onChange={() => onChange(format.name)}
            className="mt-0.5 size-4"
          />
          <span className="grid gap-1">
            <span className="font-medium">
              {format.title} <span className="font-normal text-ink-2">{packedAs(format)}</span>
            </span>
            {format.name === value && (
              <>
                <span className="text-ink-2">Keeps: {format.keeps}</span>
                <span className="text-ink-2">Loses: {format.loses}</span>
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
