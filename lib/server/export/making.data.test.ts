import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/server/data/database';
import { exportOf, listExports, removeExport } from '@/lib/server/data/export/prepared-exports';
import { takeJobs } from '@/lib/server/data/jobs';
import { exportAttempts, runExport } from '@/lib/server/jobs/run-export';
import { runDue } from '@/lib/server/jobs/worker';
import { exportingGroup, noRows, rowsOf } from './exporting-group.fixture';
import { newSpool } from './spool';

vi.mock('./spool', async (original) => {
  const real = await original<typeof import('./spool')>();
  return { ...real, newSpool: vi.fn(real.newSpool) };
});
const diskFull = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));

let club: Awaited<ReturnType<typeof exportingGroup>>;
beforeEach(async () => {
  club = await exportingGroup();
});

test('the making of an export is cancelled at once, and leaves nothing', async () => {
  const { id } = await club.ask();
  const [job] = await takeJobs('export', { most: 1, lease: 60 });
  await removeExport(club.bo, club.group, id);
  await expect(runExport(job!)).rejects.toThrow('taken this job over');
  expect(await exportOf(club.bo, club.group, id)).toMatchObject({
    state: 'cancelled',
    bytes: 0,
    sha256: null,
  });
  expect(await rowsOf(id)).toEqual(noRows);
  await removeExport(club.bo, club.group, id);
  expect(await listExports(club.bo, club.group)).toEqual([]);
});

test('the making of an export is taken up by another worker after one that was killed, who begins anew', async () => {
  const { id } = await club.ask();
  await takeJobs('export', { most: 1, lease: 60 });
  // As a worker leaves it that is killed in the middle.
  await db().export.update({ where: { id }, data: { startedAt: new Date(), total: 9, done: 4, bytes: 3 } });
  await db().exportChunk.create({ data: { exportId: id, ordinal: 0, bytes: Buffer.from('abc') } });
  await db().exportContent.create({ data: { exportId: id, ordinal: 0, keys: [7n] } });
  expect(await runDue('export')).toBe(0);
  expect((await exportOf(club.bo, club.group, id)).state).toBe('running');
  await db().job.updateMany({ data: { lockedUntil: new Date(0) } });
  await runDue('export');
  const { state, bytes } = await exportOf(club.bo, club.group, id);
  expect({ state, bytes }).toEqual({ state: 'ready', bytes: (await club.streamed('jsonl')).length });
  expect((await club.take(club.bo, id)).status).toBe(200);
});

test('the making of an export waits, and is not tried in vain, while there is no room on disk', async () => {
  const { id } = await club.ask(club.bo, { format: 'bundle' });
  await db().job.updateMany({ data: { attempts: exportAttempts - 1 } });
  vi.mocked(newSpool).mockReturnValueOnce({ add: diskFull, files: () => [], end: async () => {} });
  await runDue('export');
  const [job] = await db().job.findMany({ where: { kind: 'export' } });
  expect(job).toMatchObject({ attempts: exportAttempts - 1, failedAt: null });
  expect(Math.round((job!.runAt.getTime() - Date.now()) / 10_000)).toBe(6);
  await db().job.updateMany({ data: { runAt: new Date(0) } });
  await runDue('export');
  expect((await exportOf(club.bo, club.group, id)).state).toBe('ready');
});

test('the making of an export fails in the end where it kills every worker', async () => {
  const { id } = await club.ask();
  await db().exportChunk.create({ data: { exportId: id, ordinal: 0, bytes: Buffer.from('abc') } });
  await db().job.updateMany({ data: { attempts: exportAttempts } });
  await runDue('export');
  expect(await exportOf(club.bo, club.group, id)).toMatchObject({ state: 'failed', problem: 'broken' });
  expect(await rowsOf(id)).toEqual(noRows);
  expect(await runDue('export')).toBe(0);
});

test('the making of an export fails at once when what was asked for is gone meanwhile', async () => {
  const { id } = await club.ask(club.bo, { essay: club.essay });
  await db().readingListEntry.deleteMany({ where: { essayId: club.essay } });
  await runDue('export');
  expect(await exportOf(club.bo, club.group, id)).toMatchObject({ state: 'failed', problem: 'gone' });
  expect(await rowsOf(id)).toEqual(noRows);
});
