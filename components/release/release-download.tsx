'use client';

import { useState } from 'react';
import { DownloadPanel } from '@/components/export/download-panel';
import { formatsByUse, type OfferedFormat } from '@/components/export/formats-by-use';
import { SelectField } from '@/components/ui/field';

interface Props {
  /** Slug. */
  group: string;
  number: number;
  formats: readonly OfferedFormat[];
  /** Of one, and whether people go by name, as the link says that somebody kept. */
  initial: { format: string; named: boolean };
}

/** Takes a release in any format. */
export function ReleaseDownload({ group, number, formats, initial }: Props) {
  const [name, setName] = useState(initial.format);
  const [isNamed, setNamed] = useState(initial.named);
  const format = formats.find((one) => one.name === name) ?? formats[0]!;
  const page = `/g/${encodeURIComponent(group)}/releases/${number}`;
  const query = `format=${format.name}${isNamed ? '&named=true' : ''}`;
  const url = `/api/v1/groups/${encodeURIComponent(group)}/releases/${number}/export?${query}`;
  return (
    <div className="grid max-w-prose gap-4">
      <SelectField label="Format" value={format.name} onChange={(event) => setName(event.target.value)}>
        {formatsByUse(formats).map(({ heading, offered }) => (
          <optgroup key={heading} label={heading}>
            {offered.map(({ name, title, extension }) => (
              <option key={name} value={name}>
                {title} (.{extension})
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <p className="text-ink-2 text-sm">
        Keeps: {format.keeps} Loses: {format.loses}
      </p>
      <p className="text-ink-2 text-sm">
        To take only some texts, tags or people of it,{' '}
        <a href={`/g/${encodeURIComponent(group)}/export?format=${format.name}&release=${number}`}>
          choose what to export
        </a>
        . Answers on cards that you can answer and have not yet stay out.
      </p>
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input type="checkbox" checked={isNamed} onChange={() => setNamed(!isNamed)} className="size-4" />
        Names of people who agreed to it, pseudonyms for everybody else
      </label>
      <DownloadPanel url={url} link={`${page}?${query}`} />
    </div>
  );
}
