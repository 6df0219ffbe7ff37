'use client';

import { Download as DownloadIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Refusal } from '@/components/ui/refusal';
import { sizeWords } from './size-words';
import { type Download, useDownload } from './use-download';

interface Props {
  /** Of the file. */
  url: string;
  /** Says again, on this page, what is chosen now. */
  link: string;
}

/** Takes the file, and keeps the choice as a link. */
export function DownloadPanel({ url, link }: Props) {
  const { download, begin, cancel } = useDownload();
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        {download.state === 'running' ? (
          <Button look="outline" onClick={cancel}>
            Cancel
          </Button>
        ) : (
          <Button onClick={() => begin(url)}>
            <DownloadIcon size={16} aria-hidden="true" /> Download
          </Button>
        )}
        <CopyButton key={link} text={() => new URL(link, location.href).href}>
          Copy link to this choice
        </CopyButton>
        <span role="status" className="text-ink-2 text-sm tabular-nums">
          {words(download)}
        </span>
      </div>
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
  if (download.state === 'running') return `${sizeWords(download.bytes)} so far…`;
  return download.state === 'done' ? `${download.name}, ${sizeWords(download.bytes)}` : '';
}
