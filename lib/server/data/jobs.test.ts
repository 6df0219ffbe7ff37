import { beforeEach, describe, expect, test } from 'vitest';
import { db, transaction } from './database';
import { enqueue, freeKey, type Job, jobDone, jobFailed, keepJob, putOff, takeJobs } from './jobs';

beforeEach(async () => {
  await db().job.deleteMany({});
  await enqueue({ kind: 'index-notes', key: 'one' });
});

/** As if its time had come; with a lease that is over, as if its worker had been silent for so long. */
async function take(lease: number): Promise<Job> {
  await db().job.updateMany({ data: { runAt: new Date(0) } });
  const [job] = await takeJobs('index-notes', { most: 1, lease });
  return job ?? expect.fail('nothing to take');
}
const over = -1;
const state = () => db().job.findMany({ omit: { fence: true } });

/** What a worker may do with a job that it has. */
const deeds: [string, (job: Job) => Promise<unknown>][] = [
  ['finish it', jobDone],
  ['put it off', (job) => putOff(job, 60)],
  ['give it up', (job) => jobFailed(job, { problem: 'late', wait: null })],
  ['have it tried again', (job) => jobFailed(job, { problem: 'late', wait: 60 })],
  ['keep it', (job) => keepJob(job, 600)],
  ['free its key', freeKey],
];

describe('a worker that was taken for gone', () => {
  test.each(deeds)('does not %s once another has it', async (_, deed) => {
    const late = await take(over);
    await take(60);
    const before = await state();
    await deed(late).catch(() => {});
    expect(await state()).toEqual(before);
  });

  test.each(deeds)('does not %s where another had it and put it off', async (_, deed) => {
    const late = await take(over);
    await putOff(await take(60), 0);
    const before = await state();
    await deed(late).catch(() => {});
    expect(await state()).toEqual(before);
  });

  test.each(deeds)('does not %s where another put it off and a third has it', async (_, deed) => {
    const late = await take(over);
    await putOff(await take(60), 0);
    const third = await take(60);
    expect(third.attempts).toBe(2);
    const before = await state();
    await deed(late).catch(() => {});
    expect(await state()).toEqual(before);
    await jobDone(third);
    expect(await state()).toEqual([]);
  });

  test('takes back what it did in the transaction of its end', async () => {
    const late = await take(over);
    await take(60);
    const work = transaction(async () => {
      await enqueue({ kind: 'index-notes', key: 'next' });
      await jobDone(late);
    });
    await expect(work).rejects.toThrow('Another');
    expect((await state()).map(({ key }) => key)).toEqual(['one']);
  });

  test('goes on where nobody has taken it over', async () => {
    const late = await take(over);
    await jobDone(late);
    expect(await state()).toEqual([]);
  });
});

test('a job that was put off was not tried, and its key is freed once', async () => {
  await putOff(await take(60), 0);
  const again = await take(60);
  expect(again.attempts).toBe(1);
  expect([await freeKey(again), await freeKey(again)]).toEqual([true, false]);
});

test('a job that was given up has all its tries again when it is asked for anew', async () => {
  await jobFailed(await take(60), { problem: 'late', wait: 60 });
  await enqueue({ kind: 'index-notes', key: 'one' });
  const second = await take(60);
  expect(second.attempts).toBe(2); // asked for while it waits, it is the same job
  await jobFailed(second, { problem: 'late', wait: null });
  expect(await takeJobs('index-notes', { most: 1, lease: 60 })).toEqual([]);
  const at = new Date(Date.now() + 3_600_000);
  await enqueue({ kind: 'index-notes', key: 'one', at });
  expect((await state()).map(({ runAt }) => runAt)).toEqual([at]);
  expect((await take(60)).attempts).toBe(1);
});
