import 'server-only';
import { v7 } from 'uuid';
import type { Input, Output } from '@/lib/core/api/contracts';
import { conflict, Problem } from '@/lib/core/api/problem';
import type { Release, ReleaseSummary } from '@/lib/core/api/releases';
import { demandNotAloneInGroup, isAloneSomewhere } from '@/lib/server/data/annotation-rounds/is-alone';
import { db, query, transaction } from '@/lib/server/data/database';
import { groupChannel, publish } from '@/lib/server/data/events';
import { type CorpusPart, readForRelease } from '@/lib/server/data/export/read-corpus';
import { type GroupScope, groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { enqueue } from '@/lib/server/data/jobs';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { blindCards } from './read-release';
import { type ReleaseRow, releaseById, releaseRow, releaseRows } from './release-rows';

/** Newest first. Who may read the group may know of its releases. */
export async function listReleases(viewer: Viewer, group: string): Promise<ReleaseSummary[]> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const [rows, isAlone] = await Promise.all([releaseRows(id), isAloneSomewhere(viewer, id)]);
  return rows.map((row) => summaryOf(isAlone ? withoutFigures(row) : row));
}

export async function releaseOf(viewer: Viewer, group: string, release: string): Promise<Release> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const row = await releaseRow(id, release);
  const { size: _, ...rest } = (await isAloneSomewhere(viewer, id)) ? withoutFigures(row) : row;
  return rest;
}

/** Who reads an essay alone is not told how much others have marked. */
const withoutFigures = (row: ReleaseRow): ReleaseRow => ({
  ...row,
  counts: null,
  card: null,
  progress: null,
});

const summaryOf = ({ card: _, size: __, ...rest }: ReleaseRow): ReleaseSummary => rest;

type Next = Output<'GET /groups/{group}/releases/next'>;

/** What a release would hold that is made now. */
export async function nextRelease(viewer: Viewer, group: string): Promise<Next> {
  const scope = await groupFor(viewer, group, 'release.make');
  await demandNotAloneInGroup(viewer, scope.id);
  const corpus = readForRelease(scope);
  try {
    const { value: first } = await corpus.next();
    if (!first || !('head' in first)) throw new Error('A corpus begins with its head.');
    const { counts, changed } = first.head;
    const hiddenPositions = await hiddenIn(viewer, scope, await corpus.next());
    return { number: await nextNumber(scope.id), counts, hiddenPositions, changed };
  } finally {
    await corpus.return(undefined);
  }
}

/** How many positions are frozen that do not come for the viewer: cards are what comes first. */
async function hiddenIn(viewer: Viewer, scope: GroupScope, { value: part }: IteratorResult<CorpusPart>) {
  if (!part || !('records' in part)) return 0;
  const blind = await blindCards(viewer, scope);
  let hidden = 0;
  for (const record of part.records)
    if (record.kind === 'card' && blind.has(record.id)) hidden += record.positions.length;
  return hidden;
}

async function nextNumber(group: string): Promise<number> {
  const last = await db().release.aggregate({ where: { groupId: group }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}

/** Asks for a release; a job freezes it. With the id of one that failed it is tried again. */
export async function createRelease(
  viewer: Viewer,
  group: string,
  { id = v7(), title, note }: Input<'POST /groups/{group}/releases'>['body'],
): Promise<ReleaseSummary> {
  return transaction(async (tx) => {
    const { id: groupId } = await lockedGroupFor(viewer, group, 'release.make');
    await demandNotAloneInGroup(viewer, groupId);
    const [waiting] = (await releaseRows(groupId)).filter(({ state }) => state === 'freezing');
    if (waiting && waiting.id !== id)
      throw conflict('freezing', `Release ${waiting.number} is being frozen. Wait until it is done.`);
    const known = await releaseById(groupId, id);
    if (!known) {
      const number = await nextNumber(groupId);
      const data = { id, groupId, number, title, note, createdById: userIdOf(viewer) };
      const { count } = await tx.release.createMany({ data, skipDuplicates: true });
      if (count === 0) throw conflict('id-taken', 'Something with this id exists already. Send a new id.');
    }
    if (!known || known.state === 'failed')
      await enqueue({ kind: 'freeze', key: id, payload: { release: id } });
    await tell(viewer, groupId);
    return summaryOf((await releaseById(groupId, id))!);
  });
}

/** For good: what it held is deleted, and that there was one stays. */
export async function withdrawRelease(
  viewer: Viewer,
  { group, release }: { group: string; release: string },
  reason: string,
): Promise<Release> {
  return transaction(async () => {
    const { id } = await lockedGroupFor(viewer, group, 'release.make');
    const row = await releaseRow(id, release);
    if (row.state === 'withdrawn') throw new Problem(410, 'withdrawn', 'This release is withdrawn already.');
    // First, as who freezes it holds it while writing a part: what is written is deleted, and nothing comes after it.
    await query('drop-freeze', "DELETE FROM job WHERE kind = 'freeze' AND key = $1", [row.id]);
    await query(
      'withdraw-release',
      `UPDATE release SET withdrawn_at = now(), withdrawn_by_id = $2::uuid, reason = $3 WHERE id = $1::uuid`,
      [row.id, userIdOf(viewer), reason],
    );
    await query('drop-release-chunks', 'DELETE FROM release_chunk WHERE release_id = $1::uuid', [row.id]);
    await tell(viewer, id);
    return releaseOf(viewer, id, release);
  });
}

const tell = (viewer: Viewer, group: string) =>
  publish({
    channel: groupChannel(group),
    kind: 'group',
    change: 'edited',
    entity: group,
    actor: userIdOf(viewer),
  });
