import 'server-only';
import type { Viewer } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { beginRunning, type RunningLease } from './running-exports';

/**
 * An answer that is one of the exports running at once, of whoever asks. An error before it begins lets others in, and so
 * does who goes away before that: Next does not begin to read it then.
 */
export async function runningAs(
  { user }: Viewer,
  { headers, signal }: Request,
  answer: (lease: RunningLease) => Promise<Response>,
): Promise<Response> {
  const lease = beginRunning(user?.id ?? clientAddress(headers));
  try {
    const response = await answer(lease);
    const giveUp = async () => {
      if (!response.body?.locked) await response.body?.cancel().catch(() => {}); // it may have broken off by itself
    };
    if (signal.aborted) await giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
    return response;
  } catch (error) {
    lease.end();
    throw error;
  }
}
