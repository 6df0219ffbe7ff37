'use client';

import { useEffect, useState } from 'react';
import { Refusal } from '@/components/ui/refusal';
import { ChoiceForm, type Offered } from './choice-form';
import { ContentForm } from './content-form';
import { DownloadPanel } from './download-panel';
import { type Choice, chosen, queryOf } from './export-choice';
import { FormatChoice, type OfferedFormat } from './format-choice';
import { CorpusCounts, PreviewRows } from './preview-parts';
import { usePreview } from './use-preview';
import { WithheldTexts } from './withheld-texts';

interface Props {
  /** Slug. */
  group: string;
  offered: Offered;
  formats: readonly OfferedFormat[];
  moderates: boolean;
  /** As the address of the page says. */
  initial: Choice;
}

/** Choose, see what would come, take it. The address of the page says what is chosen. */
export function ExportDesk({ group, offered, formats, moderates, initial }: Props) {
  const [choice, setChoice] = useState(initial);
  const [turn, setTurn] = useState(0);
  const { preview, pending, error } = usePreview(group, choice, turn);
  const set = (name: string, value: string) => setChoice((before) => chosen(before, name, value));
  const format = formats.find(({ name }) => name === choice.format) ?? formats[0]!;
  const query = queryOf(choice);
  const link = `/g/${encodeURIComponent(group)}/export${query && `?${query}`}`;
  useEffect(() => history.replaceState(null, '', link), [link]);
  const url = `/api/v1/groups/${encodeURIComponent(group)}/export?${queryOf({ ...choice, format: format.name })}`;
  return (
    <div className="grid items-start gap-10 lg:grid-cols-2">
      <div className="grid gap-8">
        <FormatChoice formats={formats} value={format.name} onChange={(name) => set('format', name)} />
        <section aria-labelledby="what" className="grid gap-4">
          <h2 id="what" className="text-lg">
            What
          </h2>
          <ChoiceForm offered={offered} choice={choice} onChange={set} />
        </section>
        <ContentForm choice={choice} moderates={moderates} onChange={set} />
      </div>
      <section aria-labelledby="preview" className="grid min-w-0 gap-5">
        <h2 id="preview" className="text-lg">
          What comes
        </h2>
        <Refusal error={error} />
        {preview && <CorpusCounts counts={preview.counts} pending={pending} />}
        <DownloadPanel url={url} link={link} />
        {preview && (
          <WithheldTexts
            group={group}
            texts={preview.withheld}
            mayShare={moderates}
            onShared={() => setTurn((n) => n + 1)}
          />
        )}
        {preview && <PreviewRows preview={preview} pending={pending} />}
      </section>
    </div>
  );
}
