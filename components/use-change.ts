'use client';

import { useRouter } from 'next/navigation';
import { ApiError } from './api-client';
import { useRequest } from './use-request';

/**
 * `useRequest` for what the page shows: whether it was changed or refused, the page is then shown as it is. Only when the
 * server was silent it stays as it was, since asking for it anew would put the browser's own error in its place.
 */
export function useChange() {
  const router = useRouter();
  const request = useRequest();

  async function change<T>(ask: () => Promise<T>, form?: HTMLFormElement): Promise<T | undefined> {
    let silent = false;
    const heard = () =>
      ask().catch((error: unknown) => {
        silent = error instanceof ApiError && error.status === 0;
        throw error;
      });
    const answer = await request.run(heard, form);
    if (!silent) router.refresh();
    return answer;
  }

  return { ...request, change };
}
