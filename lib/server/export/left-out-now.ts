import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { type OpenedRelease, openRelease } from '@/lib/server/data/releases/read-release';
import type { Viewer } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { log } from '@/lib/server/log';
import { amongPreviews } from './running-exports';

/** Milliseconds that are spent on it: the file says how many come, whoever takes it. */
const longest = 5_000;

/**
 * How much of a release would not come if the viewer took it now, for which all of it is read: among the previews, so that
 * the export that may follow at once finds room. Null where too many ask or it takes long. Damage to it is in the log.
 */
export async function leftOutNow(
  viewer: Viewer,
  place: { group: string; release: string },
  headers: Headers,
): Promise<OpenedRelease['leftOut'] | null> {
  const read = () => openRelease(viewer, place, { named: false, signal: AbortSignal.timeout(longest) });
  try {
    return (await amongPreviews(viewer.user?.id ?? clientAddress(headers), read)).leftOut;
  } catch (error) {
    if (!(error instanceof Problem)) log.error({ err: error }, 'cannot read a release');
    return null;
  }
}
