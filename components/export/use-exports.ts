import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, api } from '@/components/api-client';
import { keepFocus } from '@/components/keep-focus';
import { useRequest } from '@/components/use-request';
import type { PreparedExport } from '@/lib/core/api/export';
import type { Choice } from '@/lib/core/corpus/choice-address';

/** Milliseconds between two looks at what is made, while the page is seen. */
const pause = 1_500;

export interface Exports {
  items: readonly PreparedExport[];
  error: ApiError | null;
  /** A request is under way. */
  pending: boolean;
  prepare(choice: Choice): Promise<void>;
  remove(id: string): Promise<void>;
  /** The same once more, in its place. */
  again(item: PreparedExport): Promise<void>;
  take(id: string): Promise<void>;
}

export const isUnderWay = ({ state }: Pick<PreparedExport, 'state'>) =>
  state === 'waiting' || state === 'running';

/** Where the file of an export is. */
const fileAddress = (group: string, id: string) =>
  `/api/v1/groups/${encodeURIComponent(group)}/exports/${id}/file`;

/** The viewer's own exports that are made in the background, as far as they are. */
export function useExports(group: string, initial: readonly PreparedExport[]): Exports {
  const [items, setItems] = useState(initial);
  const { run, error, pending } = useRequest();
  const restore = useRef(() => {});
  // What had the focus may have gone with what was asked for.
  useEffect(() => {
    if (!pending) restore.current();
  }, [pending]);
  const look = useCallback(
    async (signal = AbortSignal.timeout(10_000)) => {
      const { items: now } = await api('GET /groups/{group}/exports', { params: { group }, signal });
      if (!signal.aborted) setItems(now);
    },
    [group],
  );
  useLooking(items.some(isUnderWay), look);

  async function change(work: () => Promise<unknown>): Promise<void> {
    restore.current = keepFocus();
    await run(() => work().finally(() => look().catch(() => {})));
  }
  const ask = (choice: Choice) => {
    const body = choice as Choice & { format: PreparedExport['format'] };
    return api('POST /groups/{group}/exports', { params: { group }, body });
  };
  const drop = (id: string) => api('DELETE /groups/{group}/exports/{id}', { params: { group, id } });
  return {
    items,
    error,
    pending,
    prepare: (choice) => change(() => ask(choice)),
    remove: (id) => change(() => drop(id)),
    again: ({ id, format, choice }) => change(() => ask({ ...choice, format }).then(() => drop(id))),
    take: (id) => change(() => taken(fileAddress(group, id))),
  };
}

/** Looks as long as anything is under way and somebody sees the page. */
function useLooking(isWaiting: boolean, look: (signal: AbortSignal) => Promise<void>): void {
  useEffect(() => {
    if (!isWaiting) return;
    const leaving = new AbortController();
    const timer = setInterval(() => {
      if (!document.hidden) look(leaving.signal).catch(() => {});
    }, pause);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [isWaiting, look]);
}

/** Gives a file to the browser, which takes it by itself, when it may still be taken. */
async function taken(address: string): Promise<void> {
  // A refusal would be a file to the browser; of one byte it says the same in words.
  const response = await fetch(address, { headers: { range: 'bytes=0-0' } }).catch(() => null);
  if (!response) throw new ApiError(0, null);
  if (!response.ok && response.status !== 416)
    throw new ApiError(response.status, await response.json().catch(() => null));
  await response.body?.cancel();
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
