import { beforeEach, expect, test, vi } from 'vitest';
import { query } from '@/lib/server/data/database';
import { setConsent } from '@/lib/server/data/export/consent';
import { releaseOf } from '@/lib/server/data/releases/releases';
import { releasingGroup } from '@/lib/server/data/releases/releasing-group.fixture';
import { log } from '@/lib/server/log';
import { leftOutNow } from './left-out-now';
import { amongPreviews } from './running-exports';

let club: Awaited<ReturnType<typeof releasingGroup>>;
let number: string;
let hers: Awaited<ReturnType<typeof club.annotation>>;
const inLog = vi.spyOn(log, 'error').mockReturnValue();

beforeEach(async () => {
  inLog.mockClear();
  club = await releasingGroup();
  hers = await club.annotation('By Ann.');
  await club.annotation('By Ben.', club.ben);
  number = await club.freeze();
});

async function counted(annotations?: number) {
  const { ann, group } = club;
  const release = await releaseOf(ann, group, number);
  const counts = release.counts && annotations ? { ...release.counts, annotations } : release.counts;
  return leftOutNow(ann, { group, release: { ...release, counts } }, new Headers());
}

test('what comes no more of a release is counted as it is now', async () => {
  const annotations = async () => {
    const found = await counted();
    return [found?.byConsent.annotations, found?.takenBack.annotations, found?.hiddenPositions];
  };
  expect(await annotations()).toEqual([0, 0, 0]);
  await setConsent(club.ben, club.group, 'left-out');
  expect(await annotations()).toEqual([1, 0, 0]);
  await club.decide('hide', hers);
  expect(await annotations()).toEqual([1, 1, 0]);
});

test('a release of more than 10,000 annotations is not read for a visit of its page', async () => {
  expect(await counted(10_000)).not.toBeNull();
  expect(await counted(10_001)).toBeNull();
});

test('who has three previews made is told of no count, and the page comes', async () => {
  let finish = () => {};
  const waiting = new Promise<void>((done) => {
    finish = done;
  });
  const others = Array.from({ length: 3 }, () => amongPreviews(club.ann.user.id, () => waiting));
  expect(await counted()).toBeNull();
  finish();
  await Promise.all(others);
  expect(await counted()).not.toBeNull();
  expect(inLog).not.toHaveBeenCalled();
});

test('counting that takes too long is given up, and is no damage', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort());
  expect(await counted()).toBeNull();
  expect(timeout).toHaveBeenCalledWith(5_000);
  timeout.mockRestore();
  expect(inLog).not.toHaveBeenCalled();
});

test('damage to a release is in the log, and the page comes', async () => {
  await query('turn-off', 'ALTER TABLE release_chunk DISABLE TRIGGER release_chunk_kept', []);
  await query(
    'damage',
    'UPDATE release_chunk SET ordinal = ordinal + 1 WHERE release_id IN (SELECT id FROM release WHERE group_id = $1::uuid)',
    [club.group],
  );
  await query('turn-on', 'ALTER TABLE release_chunk ENABLE TRIGGER release_chunk_kept', []);
  expect(await counted()).toBeNull();
  expect(inLog).toHaveBeenCalledOnce();
});
