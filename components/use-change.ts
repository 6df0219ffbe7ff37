'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef, useState } from 'react';
import { ApiError } from './api-client';
import { keepFocus } from './keep-focus';
import { useRequest } from './use-request';

const forgotten = () => {};

/**
 * `useRequest` for what the page shows: whether it was changed or refused, the page is then shown as it is. Only when the
 * server was silent it stays as it was, since asking for it anew would put the browser's own error in its place. The
 * focus stays where it was, or near there when that is gone, until the page is shown anew: then it is the person's own.
 */
export function useChange() {
  const router = useRouter();
  const request = useRequest();
  const [isChanging, setChanging] = useState(false);
  const restore = useRef(forgotten);
  useEffect(() => {
    if (!request.pending) restore.current();
    if (!isChanging) restore.current = forgotten;
  }, [request.pending, isChanging]);
  useEffect(() => () => restore.current(), []);

  async function change<T>(ask: () => Promise<T>, form?: HTMLFormElement): Promise<T | undefined> {
    restore.current = keepFocus();
    setChanging(true);
    let silent = false;
    const heard = () =>
      ask().catch((error: unknown) => {
        silent = error instanceof ApiError && error.status === 0;
        throw error;
      });
    const answer = await request.run(heard, form);
    // Ends together with what it waits for: the page as it is now.
    startTransition(() => {
      if (!silent) router.refresh();
      setChanging(false);
    });
    return answer;
  }

  return { ...request, change };
}
