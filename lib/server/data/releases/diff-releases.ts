import 'server-only';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { releaseDiff } from '@/lib/core/release/release-diff';
import type { Viewer } from '@/lib/server/data/viewer';
import { openRelease } from './read-release';

/**
 * What became of a release until another, as both come for the viewer now: so of who asked to be left out since nothing is
 * told but how much. `most`: annotations that are described; `signal`: when nobody waits for it any more.
 */
export async function diffReleases(
  viewer: Viewer,
  { group, release, other }: { group: string; release: string; other: string },
  { most, signal }: { most: number; signal?: AbortSignal | undefined },
): Promise<ReleaseDiff> {
  const choice = { named: false, signal };
  const from = await openRelease(viewer, { group, release }, choice);
  const to = await openRelease(viewer, { group, release: other }, choice);
  const diff = releaseDiff([from.head, to.head], most);
  for await (const records of from.records()) records.forEach(diff.before);
  for await (const records of to.records()) records.forEach(diff.after);
  if (diff.hasRemoved()) for await (const records of from.records()) records.forEach(diff.again);
  const { annotations, ...rest } = diff.end();
  return {
    ...{ from: from.head.release!.number, to: to.head.release!.number },
    ...rest,
    annotations: annotations.map((one) => ({
      ...{ ...one, tags: [...one.tags], tagsBefore: one.tagsBefore && [...one.tagsBefore] },
    })),
    consentWithdrawn: from.leftOut.byConsent,
    takenBack: from.leftOut.takenBack,
  };
}
