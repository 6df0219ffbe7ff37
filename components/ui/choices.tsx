import { type ReactNode, useId } from 'react';

interface Props<Name extends string> {
  legend: string;
  options: Record<Name, string>;
  value: Name;
  onChange: (value: Name) => void;
}

const face =
  'grid min-h-9 place-items-center rounded-md border border-rule px-2 hover:bg-sunken peer-checked:border-accent peer-checked:bg-accent-soft peer-checked:font-medium peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2 forced-colors:peer-checked:border-[Highlight] forced-colors:peer-checked:bg-[Highlight] forced-colors:peer-checked:text-[HighlightText] forced-colors:peer-checked:forced-color-adjust-none pointer-coarse:min-h-11';

/** A few words side by side, one of them chosen. */
export function Choices<Name extends string>({ legend, options, value, onChange }: Props<Name>) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-1 text-sm">
      <legend className="mb-1 text-[0.8125rem] text-ink-2">{legend}</legend>
      {(Object.entries(options) as [Name, ReactNode][]).map(([option, label]) => (
        <label key={option} className="relative flex-auto">
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
            className="peer absolute opacity-0"
          />
          <span className={face}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
