import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { PreparedExport } from '@/lib/core/api/export';
import { exportPage } from '@/lib/core/corpus/choice-address';
import { problemWords } from '@/lib/core/corpus/problem-words';
import { sizeWords } from '@/lib/core/corpus/size-words';
import { type Exports, isUnderWay } from './use-exports';

interface Props {
  /** Slug. */
  group: string;
  item: PreparedExport;
  /** Of its format. */
  title: string;
  exports: Exports;
}

/** One export: how far it is, and what can be done with it. */
export function ExportRow({ group, item, title, exports }: Props) {
  const { state, format, choice, createdAt, bytes } = item;
  return (
    <li className="grid gap-3 rounded-md border border-rule bg-raised p-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0">
          <a
            href={exportPage(group, { ...choice, format })}
            className="font-medium text-ink underline decoration-rule-strong"
          >
            {title}
          </a>{' '}
          <span className="text-ink-2">
            {choiceWords(choice)}asked for on <Moment at={createdAt} />
            {state === 'ready' && (
              <>
                {', '}
                <span className="tabular-nums">{sizeWords(bytes)}</span>
              </>
            )}
          </span>
        </p>
        <ExportDeeds item={item} title={title} exports={exports} />
      </div>
      <ExportState item={item} />
    </li>
  );
}

/** What tells it from others in the same format; its link has the rest. */
function choiceWords({ release, ...rest }: PreparedExport['choice']): string {
  const some = Object.keys(rest).length > 0 ? 'with your choice, ' : '';
  return release === undefined ? some : `release ${release}, ${some}`;
}

function ExportDeeds({ item, title, exports }: Omit<Props, 'group'>) {
  const { id, state, problem } = item;
  const { pending, take, again, remove } = exports;
  const isOver = state === 'failed' || state === 'cancelled';
  const named = (deed: string) => `${deed}: ${title}`;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'ready' && (
        <Button size="sm" disabled={pending} aria-label={named('Download')} onClick={() => take(id)}>
          Download
        </Button>
      )}
      {isOver && (
        <Button look="outline" size="sm" disabled={pending} onClick={() => again(item)}>
          {problem === 'withdrawn' ? 'Make it anew' : 'Try again'}
        </Button>
      )}
      <Button look="outline" size="sm" disabled={pending} onClick={() => remove(id)}>
        {isUnderWay(item) ? 'Cancel' : 'Remove'}
      </Button>
    </div>
  );
}

function ExportState({ item }: { item: PreparedExport }) {
  const { state, progress, sha256, problem, expiresAt } = item;
  if (state === 'waiting') return <p className="text-ink-2">Waiting for its turn…</p>;
  if (state === 'running') return <ExportProgress {...progress} />;
  if (state === 'cancelled') return <p className="text-ink-2">Cancelled.</p>;
  if (state === 'failed') return <p>{problemWords[problem ?? 'broken']}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
      <span className="wrap-anywhere min-w-0">
        SHA-256: <code>{sha256}</code>
      </span>
      <CopyButton text={() => sha256 ?? ''}>Copy SHA-256</CopyButton>
      <span>
        Kept until <Moment at={expiresAt} />
      </span>
    </div>
  );
}

function ExportProgress({ done, total }: PreparedExport['progress']) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      <ProgressBar label="Annotations written" value={total ? done : undefined} max={total || 1} />
      <span className="tabular-nums">
        {total
          ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')} annotations`
          : 'Being written…'}
      </span>
    </div>
  );
}

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** The same on the server and in every browser. */
function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{moment.format(new Date(at))} UTC</time>;
}
