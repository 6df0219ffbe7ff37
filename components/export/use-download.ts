'use client';

import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/components/api-client';

/** One attempt to take a file. */
export type Download =
  | { state: 'none' }
  | { state: 'running'; url: string; bytes: number }
  | { state: 'cancelled'; url: string }
  | { state: 'done'; url: string; bytes: number; name: string; sha256: string | null }
  | { state: 'failed'; error: ApiError };

/** Takes a file with progress, so that it can be given up, and gives it to the browser only when it is whole. */
export function useDownload() {
  const [download, setDownload] = useState<Download>({ state: 'none' });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function begin(url: string): Promise<void> {
    leaving.current?.abort();
    const mine = new AbortController();
    leaving.current = mine;
    setDownload({ state: 'running', url, bytes: 0 });
    try {
      const { name, file } = await take(url, mine.signal, (bytes) =>
        setDownload({ state: 'running', url, bytes }),
      );
      save(name, file);
      setDownload({ state: 'done', url, bytes: file.size, name, sha256: await sha256Of(file) });
    } catch (error) {
      if (mine.signal.aborted) return;
      setDownload({ state: 'failed', error: error instanceof ApiError ? error : new ApiError(0, null) });
    }
  }

  function cancel(): void {
    leaving.current?.abort();
    setDownload((now) => (now.state === 'running' ? { state: 'cancelled', url: now.url } : now));
  }

  return { download, begin, cancel };
}

async function take(url: string, signal: AbortSignal, progress: (bytes: number) => void) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body!.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    bytes += next.value.length;
    progress(bytes);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return { name: nameOf(response), file: new Blob(chunks, { type }) };
}

const nameOf = (response: Response): string =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export',
  );

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Browsers count hashes only where the address is safe, and only of what fits into memory. */
async function sha256Of(file: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle || file.size > 500_000_000) return null;
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
