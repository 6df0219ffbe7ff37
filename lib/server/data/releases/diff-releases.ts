import 'server-only';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import type { CorpusCard, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { LeftOut } from '@/lib/core/release/left-out';
import { releaseDiff } from '@/lib/core/release/release-diff';
import { shownAnnotation, shownCard } from '@/lib/core/release/shown-record';
import { surveyRelease } from '@/lib/core/release/survey-release';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { frozenRecords } from './frozen-records';
import { type FoundRelease, findRelease, releaseFor } from './read-release';

/**
 * What became of a release until another, as both come for the viewer now: so of who asked to be left out since, or was when
 * the other was frozen, nothing is told but how much. Yields how much of the work is done, first 0 when both were found, then
 * more up to 1. `most`: annotations that are described; `signal`: when nobody waits for it any more.
 */
export async function* diffReleases(
  viewer: Viewer,
  { group, release, other }: { group: string; release: string; other: string },
  { most, signal }: { most: number; signal?: AbortSignal | undefined },
): AsyncGenerator<number, ReleaseDiff> {
  const to = await findRelease(viewer, await releaseFor(viewer, { group, release: other }), { signal });
  const first = await releaseFor(viewer, { group, release });
  const from = await findRelease(viewer, first, { signal, without: await leftOutOf(to) });
  yield 0;
  const read = progressOf(from, to);
  const diff = releaseDiff({ since: from.frozen, most });
  const before = yield* seen(from, diff.before, read);
  const after = yield* seen(to, diff.after, read);
  if (diff.wantsAgain())
    for await (const { records, bytes } of frozenRecords(from.row, signal)) {
      for (const record of shownOf(records, from)) diff.again(record);
      if (!diff.wantsAgain()) break;
      yield read(bytes);
    }
  const { annotations, ...rest } = diff.end(before.head, after.head);
  const isSame = from.row.id === to.row.id;
  return {
    from: from.row.number,
    to: to.row.number,
    ...rest,
    annotations: annotations.map((one) => ({
      ...one,
      tags: [...one.tags],
      tagsBefore: one.tagsBefore && [...one.tagsBefore],
    })),
    consentWithdrawn: isSame ? 0 : before.leftOut.byConsent.annotations,
    takenBack: isSame ? 0 : before.leftOut.takenBack.annotations,
  };
}

/** Ids of those who were left out when a release was frozen; none where that was not yet kept. */
async function leftOutOf({ row }: FoundRelease): Promise<string[]> {
  const [kept] = await query<{ ids: string[] }>(
    'release-left-out',
    'SELECT left_out::text[] AS ids FROM release WHERE id = $1::uuid',
    [row.id],
  );
  return kept?.ids ?? [];
}

type Progress = (bytes: number) => number;

/** The first is read twice where something was removed, re-anchored or reworded. */
function progressOf(from: FoundRelease, to: FoundRelease): Progress {
  const all = 2 * (from.row.size ?? 0) + (to.row.size ?? 0);
  let done = 0;
  return (bytes) => {
    done += bytes;
    return done / all;
  };
}

/** Annotations and texts as they come: of a part that went by, these need nothing that stands after them. */
const shownOf = (records: readonly CorpusRecord[], { standing }: FoundRelease): CorpusRecord[] =>
  records.flatMap((record) => {
    if (record.kind === 'annotation') return shownAnnotation(record, standing) ?? [];
    return record.kind === 'document' ? record : [];
  });

/** Goes once through a release, and gives what comes of it; cards at the end, as they need to know of all the rest. */
async function* seen(
  release: FoundRelease,
  take: (record: CorpusRecord) => void,
  read: Progress,
): AsyncGenerator<number, { head: CorpusHead; leftOut: LeftOut }> {
  const { row, standing, parts } = release;
  const survey = surveyRelease(standing);
  const cards: CorpusCard[] = [];
  let head: CorpusHead | null = null;
  for await (const { head: first, records, bytes } of parts()) {
    head ??= first;
    records.forEach(survey.write);
    cards.push(...records.filter((record) => record.kind === 'card'));
    shownOf(records, release).forEach(take);
    yield read(bytes);
  }
  if (!head) throw new Error(`Release ${row.number} has no head.`);
  const surveyed = survey.end();
  for (const card of cards) {
    const shown = shownCard(card, standing, surveyed);
    if (shown) take(shown);
  }
  return { head, leftOut: surveyed.leftOut };
}
