'use client';

import { useId } from 'react';
import { formatsByUse, type OfferedFormat } from './formats-by-use';
import { packedAs } from './packed-as';

interface Props {
  formats: readonly OfferedFormat[];
  value: string;
  onChange: (name: string) => void;
}

/** The formats, by what they are for; of the chosen one, what it keeps and what it loses. */
export function FormatChoice({ formats, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-2 font-read font-semibold text-lg">Format</legend>
      {formatsByUse(formats).map(({ heading, offered }) => (
        <div key={heading} role="group" aria-label={heading} className="grid gap-2">
          <p aria-hidden="true" className="text-ink-3 text-sm">
            {heading}
          </p>
          {offered.map((format) => (
            <FormatOption
              key={format.name}
              group={name}
              format={format}
              isChosen={format.name === value}
              onChoose={() => onChange(format.name)}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

interface OptionProps {
  /** Of the radio buttons. */
  group: string;
  format: OfferedFormat;
  isChosen: boolean;
  onChoose: () => void;
}

function FormatOption({ group, format, isChosen, onChoose }: OptionProps) {
  return (
    <label className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md border border-rule bg-raised p-3 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft forced-colors:has-checked:border-[Highlight]">
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} className="mt-0.5 size-4" />
      <span className="grid gap-1">
        <span className="font-medium">
          {format.title} <span className="font-normal text-ink-2">{packedAs(format)}</span>
        </span>
        {isChosen && (
          <>
            <span className="text-ink-2">Keeps: {format.keeps}</span>
            <span className="text-ink-2">Loses: {format.loses}</span>
          </>
        )}
      </span>
    </label>
  );
}
