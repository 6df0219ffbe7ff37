'use client';

import { useRef, useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import type { ImportReport } from '@/lib/core/corpus-import/import-report';
import { CorpusFile } from './corpus-file';
import { ReportView } from './report-view';

export interface OfferedSource {
  name: CorpusSourceName;
  title: string;
  extensions: readonly string[];
  rows: 'line' | 'item';
  brings: string;
  hasTexts: boolean;
}

interface Props {
  /** Slug. */
  group: string;
  sources: readonly OfferedSource[];
  /** Of a file, in bytes. */
  largest: number;
}

const isNothing = (counts: ImportReport['created']) => Object.values(counts).every((n) => n === 0);

/** Reading a file may take a minute, and writing it as long. */
const patience = 300_000;

/** Choose a file, see what would come, bring it in. */
export function ImportDesk({ group, sources, largest }: Props) {
  const [source, setSource] = useState(sources[0]!);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const { run, pending, error } = useRequest();
  const outcome = useRef<HTMLElement>(null);

  /** On a narrow screen it stands below all kinds of files. */
  function showOutcome() {
    const top = outcome.current?.getBoundingClientRect().top ?? 0;
    if (top > window.innerHeight / 2) outcome.current?.scrollIntoView();
  }

  async function bring(of: OfferedSource, from: File, dryRun: boolean) {
    const found = await run(() =>
      api('POST /groups/{group}/import', {
        params: { group },
        query: { format: of.name, dryRun: dryRun ? 'true' : 'false' },
        file: from,
        signal: AbortSignal.timeout(patience),
      }),
    );
    if (found) setReport(found);
  }

  function choose(of: OfferedSource, from: File | null) {
    setSource(of);
    setFile(from);
    setReport(null);
    if (!from) return;
    showOutcome();
    void bring(of, from, true);
  }

  const looksLike = sources.find(({ name }) => name === error?.problem?.looksLike);
  const isEmpty = report !== null && isNothing(report.created);
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <CorpusFile
        sources={sources}
        source={source}
        largest={largest}
        pending={pending}
        name={file?.name ?? null}
        onChoose={choose}
        onSource={(of) => choose(of, file)}
      />
      <section
        ref={outcome}
        aria-labelledby="comes"
        aria-busy={pending}
        className="grid min-w-0 scroll-mt-20 gap-5"
      >
        <h2 id="comes" className="text-lg">
          {report?.dryRun === false ? 'What was imported' : 'What would be imported'}
        </h2>
        <Refusal error={error}>
          {looksLike && <ReadAs source={looksLike} onChoose={() => choose(looksLike, file)} />}
        </Refusal>
        <p role="status" className="text-ink-2 text-sm empty:hidden">
          {pending && (report ? 'Bringing it in…' : 'Reading the file…')}
          {!pending && report?.dryRun === false && 'It is in the group now.'}
          {!pending && !report && !error && 'Choose a file. Nothing is saved until you say so.'}
        </p>
        {report && (
          <ReportView report={report} group={group} rows={source.rows}>
            {report.dryRun && file && (
              <div className="flex flex-wrap items-center gap-3">
                <Button disabled={pending || isEmpty} onClick={() => void bring(source, file, false)}>
                  Import
                </Button>
                {isEmpty && <WhyNothing report={report} />}
              </div>
            )}
          </ReportView>
        )}
      </section>
    </div>
  );
}

function ReadAs({ source, onChoose }: { source: OfferedSource; onChoose: () => void }) {
  return (
    <span className="mt-2 block">
      <Button look="outline" size="sm" onClick={onChoose}>
        Read it as {source.title}
      </Button>
    </span>
  );
}

function WhyNothing({ report }: { report: ImportReport }) {
  return (
    <span className="text-ink-2 text-sm">
      {isNothing(report.matched) ? 'Nothing in it can be imported.' : 'There is nothing new in it.'}
    </span>
  );
}
