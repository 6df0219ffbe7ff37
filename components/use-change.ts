'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { ApiError } from './api-client';
import { keepFocus } from './keep-focus';
import { useRequest } from './use-request';

/**
 * `useRequest` for what the page shows: whether it was changed or refused, the page is then shown as it is. Only when the
 * server was silent it stays as it was, since asking for it anew would put the browser's own error in its place. The
 * focus stays where it was, or near there when that is gone.
 */
export function useChange() {
  const router = useRouter();
  const request = useRequest();
  const [isRefreshing, refresh] = useTransition();
  const restore = useRef(() => {});
  useEffect(() => {
    if (!request.pending && !isRefreshing) restore.current();
  }, [request.pending, isRefreshing]);
  useEffect(() => () => restore.current(), []);

  async function change<T>(ask: () => Promise<T>, form?: HTMLFormElement): Promise<T | undefined> {
    restore.current = keepFocus();
    let silent = false;
    const heard = () =>
      ask().catch((error: unknown) => {
        silent = error instanceof ApiError && error.status === 0;
        throw error;
      });
    const answer = await request.run(heard, form);
    if (!silent) refresh(() => router.refresh());
    return answer;
  }

  return { ...request, change };
}
