'use client';

import { Download as DownloadIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Refusal } from '@/components/ui/refusal';
import { sizeWords } from '@/lib/core/corpus/size-words';
import { type Download, useDownload } from './use-download';
import type { Exports } from './use-exports';

interface Props {
  /** Of the file. */
  url: string;
  /** Says again, on this page, what is chosen now. */
  link: string;
  /** There is no file of this choice; what is wrong with it is said elsewhere. */
  isRefused?: boolean;
  /** Where it can be made in the background instead. */
  background?: Background | null;
}

interface Background {
  /** It takes so long that it is rather made there. */
  isLong: boolean;
  exports: Pick<Exports, 'items' | 'pending'>;
  onPrepare: () => void;
}

/** Takes the file, or has it made, and keeps the choice as a link. */
export function DownloadPanel({ url, link, isRefused = false, background = null }: Props) {
  const { download: last, begin, cancel } = useDownload();
  // What is said of a file goes when another choice is made.
  const isOver = last.state === 'done' || last.state === 'cancelled';
  const download: Download = isOver && last.url !== url ? { state: 'none' } : last;
  const isLater = background?.isLong ?? false;
  const items = background?.exports.items ?? [];
  const made = items.length;
  const isMaking = items.some(({ state }) => state === 'waiting' || state === 'running');
  const later = background && (
    <Button
      key="later"
      look={isLater ? 'primary' : 'outline'}
      disabled={isRefused || background.exports.pending}
      onClick={background.onPrepare}
    >
      Prepare in the background
    </Button>
  );
  const now =
    download.state === 'running' ? (
      // The second click of a double one was meant for what stood here before.
      <Button key="now" look="outline" onClick={({ detail }) => detail < 2 && cancel()}>
        Cancel
      </Button>
    ) : (
      <Button
        key="now"
        look={isLater ? 'outline' : 'primary'}
        disabled={isRefused}
        onClick={() => begin(url)}
      >
        <DownloadIcon size={16} aria-hidden="true" /> Download
      </Button>
    );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        {isLater ? [later, now] : [now, later]}
        <CopyButton key={link} text={() => new URL(link, location.href).href}>
          Copy link to this choice
        </CopyButton>
        {made > 0 && (
          <a href="#exports" className="py-2 text-sm underline">
            Your exports: {made}
          </a>
        )}
        <span role="status" className="text-ink-2 text-sm tabular-nums">
          {words(download)}
        </span>
      </div>
      {isLater && !isMaking && (
        <p className="text-ink-2 text-sm">
          This is long. Made in the background, it waits for you for a day.
        </p>
      )}
      <p role="status" className="text-ink-2 text-sm empty:hidden">
        {isMaking && 'One is being made. Your inbox tells you when it is ready; you may leave this page.'}
      </p>
      {download.state === 'done' && download.sha256 && (
        <p className="wrap-anywhere text-ink-2 text-sm">
          SHA-256 of this file: <code>{download.sha256}</code>
        </p>
      )}
      <Refusal error={download.state === 'failed' ? download.error : null} />
    </div>
  );
}

function words(download: Download): string {
  switch (download.state) {
    case 'running':
      return download.bytes > 0 ? `${sizeWords(download.bytes)} so far…` : 'Preparing…';
    case 'cancelled':
      return 'Cancelled.';
    case 'done':
      return `${download.name}, ${sizeWords(download.bytes)}`;
    default:
      return '';
  }
}
