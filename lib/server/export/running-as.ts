import 'server-only';
import type { Viewer } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { beginRunning, type RunningLease } from './running-exports';

/** An answer that is one of the exports running at once, of whoever asks; an error before it begins lets others in. */
export async function runningAs(
  { user }: Viewer,
  { headers }: Request,
  answer: (lease: RunningLease) => Promise<Response>,
): Promise<Response> {
  const lease = beginRunning(user?.id ?? clientAddress(headers));
  try {
    return await answer(lease);
  } catch (error) {
    lease.end();
    throw error;
  }
}
