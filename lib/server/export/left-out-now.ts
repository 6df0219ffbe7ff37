import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import type { Release } from '@/lib/core/api/releases';
import type { LeftOutFor } from '@/lib/core/release/survey-release';
import { openRelease, releaseFor } from '@/lib/server/data/releases/read-release';
import type { Viewer } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { log } from '@/lib/server/log';
import { amongPreviews } from './running-exports';

/** Annotations: of more, nobody reads through a release for a visit of its page. */
const mostSurveyed = 10_000;

/** Milliseconds that are spent on it: the file says how many come, whoever takes it. */
const longest = 5_000;

interface Place {
  group: string;
  release: Release;
}

/**
 * How much of a release would not come if the viewer took it now, for which all of it is read: among the previews, so that
 * the export that may follow at once finds room. Null where nobody counted: it is large, takes long, or too many ask. Damage to
 * it is in the log.
 */
export async function leftOutNow(
  viewer: Viewer,
  { group, release }: Place,
  headers: Headers,
): Promise<LeftOutFor | null> {
  if ((release.counts?.annotations ?? 0) > mostSurveyed) return null;
  const place = { group, release: String(release.number) };
  const read = async () =>
    openRelease(viewer, await releaseFor(viewer, place), { signal: AbortSignal.timeout(longest) });
  try {
    const { leftOut, head } = await amongPreviews(viewer.user?.id ?? clientAddress(headers), read);
    return { ...leftOut, hiddenPositions: head.hiddenPositions ?? 0 };
  } catch (error) {
    if (!(error instanceof Problem)) log.error({ err: error }, 'cannot read a release');
    return null;
  }
}
