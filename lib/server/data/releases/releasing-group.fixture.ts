import { createHash } from 'node:crypto';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { allOfRelease } from '@/lib/core/release/asked-of-release';
import { db } from '@/lib/server/data/database';
import { moderatedGroup } from '@/lib/server/data/moderation/moderated-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { freezeRelease } from './freeze';
import { openRelease, releaseFor } from './read-release';
import { createRelease } from './releases';

export const noBeat = async () => {};

/** A moderated group that can freeze itself, and say what comes of a release. */
export async function releasingGroup() {
  const club = await moderatedGroup();
  const { group, mod, essay } = club;
  await db().essay.update({ where: { id: essay }, data: { licence: 'CC BY 4.0' } });
  const freeze = async (title = 'Frozen') => {
    const { id, number } = await createRelease(mod, group, { title, note: '' });
    await freezeRelease(mod, id, noBeat);
    await db().job.deleteMany({ where: { kind: 'freeze', key: id } });
    return String(number);
  };
  const read = async (viewer: Viewer, release: string, named = false) => {
    const { head, leftOut, records } = await openRelease(
      viewer,
      await releaseFor(viewer, { group, release }),
      { asked: { ...allOfRelease, named } },
    );
    const all = [];
    for await (const some of records()) all.push(...some);
    return { head, leftOut, all };
  };
  const file = async (viewer: Viewer, release: string) => {
    const { head, all } = await read(viewer, release);
    const pieces: (string | Uint8Array)[] = [];
    const noDigest = () => ({ update: () => {}, end: () => ({ bytes: 0, sha256: '' }) });
    const writer = jsonl.writer(head, (_, piece) => void pieces.push(piece), noDigest);
    for (const record of all) writer.write(record);
    writer.end();
    return pieces.join('');
  };
  const hash = async (viewer: Viewer, release: string) =>
    createHash('sha256')
      .update(await file(viewer, release))
      .digest('hex');
  return { ...club, freeze, read, hash };
}
