'use client';

import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import type { ExportPreview, PreparedExport } from '@/lib/core/api/export';
import { exportPage, queryOf } from '@/lib/core/corpus/choice-address';
import { hiddenWords } from '@/lib/core/corpus/hidden-words';
import { isLongExport } from '@/lib/core/corpus/long-export';
import { untoldWords } from '@/lib/core/corpus/untold-words';
import { ChoiceForm } from './choice-form';
import { ContentForm } from './content-form';
import { DownloadPanel } from './download-panel';
import { chosen, withFormat } from './export-choice';
import { ExportList } from './export-list';
import { FormatChoice } from './format-choice';
import type { OfferedFormat } from './formats-by-use';
import type { LinkedChoice } from './linked-choice';
import type { Offered } from './offered';
import { CorpusCounts, PreviewRows } from './preview-parts';
import { UnlicensedTexts } from './unlicensed-texts';
import { useExports } from './use-exports';
import { type OfferedByRelease, useOffered } from './use-offered';
import { usePreview } from './use-preview';

interface Props {
  /** Slug. */
  group: string;
  offered: Offered;
  /** The same of the release that the address of the page names. */
  frozen: OfferedByRelease | null;
  formats: readonly OfferedFormat[];
  isMember: boolean;
  moderates: boolean;
  /** As the address of the page says. */
  initial: LinkedChoice;
  /** What the viewer has made in the background. */
  prepared: readonly PreparedExport[];
}

/** Choose, see what would come, take it. The address of the page says what is chosen. */
export function ExportDesk({ group, formats, isMember, moderates, initial, prepared, ...given }: Props) {
  const [linked] = useState(initial);
  const [choice, setChoice] = useState(linked.choice);
  const [turn, setTurn] = useState(0);
  const { release } = choice;
  const offered = useOffered(group, { offered: given.offered, initial: given.frozen, release });
  const set = (name: string, value: string) => setChoice((before) => chosen(before, name, value));
  const { format, whole } = withFormat(choice, formats);
  const query = queryOf(whole);
  const { preview, pending, error, isRefused } = usePreview(group, whole, turn);
  const exports = useExports(group, prepared);
  const link = exportPage(group, whole);
  useEffect(() => history.replaceState(null, '', link), [link]);
  const url = `/api/v1/groups/${encodeURIComponent(group)}/export?${query}`;
  return (
    <>
      {choice === linked.choice && <Unknown words={linked.unknown} />}
      <div className="flex flex-col gap-8 lg:grid lg:grid-cols-2 lg:items-start lg:gap-10">
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
        <section
          aria-labelledby="preview"
          className="min-w-0 gap-5 max-lg:contents lg:flex lg:flex-col lg:self-stretch"
        >
          <div className="grid gap-2">
            <h2 id="preview" className="text-lg">
              Preview
            </h2>
            <Refusal error={error} />
          </div>
          <div className="z-10 grid gap-4 border-rule bg-paper py-3 max-lg:sticky max-lg:bottom-0 max-lg:max-h-[50dvh] max-lg:overflow-y-auto max-lg:order-last max-lg:-mx-5 max-lg:gap-3 max-lg:border-t max-lg:px-5 lg:sticky lg:top-0 lg:-mt-5">
            {preview && <CorpusCounts counts={preview.counts} pending={pending} isShort />}
            {!preview && !error && <Counting />}
            <DownloadPanel
              url={url}
              link={link}
              isRefused={isRefused}
              background={
                offered.isSignedIn
                  ? {
                      isLong: preview !== null && isLongExport(preview.counts),
                      exports,
                      onPrepare: () => exports.prepare(whole),
                    }
                  : null
              }
            />
          </div>
          {preview && (
            <Lacking preview={preview} hasTexts={choice.parts?.split(',').includes('texts') ?? true} />
          )}
          {preview && (
            <UnlicensedTexts
              group={group}
              isMember={isMember}
              isFrozen={release !== undefined}
              texts={preview.unlicensed}
              withoutText={preview.withoutText}
              onShared={() => setTurn((n) => n + 1)}
            />
          )}
          {preview && <PreviewRows preview={preview} pending={pending} tags={offered.tags} />}
        </section>
      </div>
      <ExportList group={group} formats={formats} exports={exports} />
    </>
  );
}

const Counting = () => (
  <p role="status" className="text-ink-2 text-sm">
    Counting…
  </p>
);

/** What a link asked for that is not here. */
function Unknown({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div className="mb-8 grid max-w-prose gap-2">
      {words.map((sentence) => (
        <Notice key={sentence} isUrgent>
          {sentence}
        </Notice>
      ))}
    </div>
  );
}

/** What does not come, and why. */
function Lacking({ preview, hasTexts }: { preview: ExportPreview; hasTexts: boolean }) {
  const { untold, hiddenPositions, withoutText } = preview;
  return (
    <>
      {untoldWords(untold).map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
      {hiddenPositions > 0 && <Notice>{hiddenWords(hiddenPositions)}</Notice>}
      {withoutText === 'nothing' && !hasTexts && (
        <Notice>In this format nothing comes of marks without their texts.</Notice>
      )}
    </>
  );
}
