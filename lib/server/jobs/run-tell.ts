import 'server-only';
import { transaction } from '@/lib/server/data/database';
import type { News } from '@/lib/server/data/inbox/notify';
import { freeKey, type Job, jobDone } from '@/lib/server/data/jobs';
import { announce } from './announce';

/** Tells people of what happened. */
export async function runTell(job: Job): Promise<void> {
  await transaction(async () => {
    const { key, payload, created } = job;
    // What is decided from now on is told by another job.
    if (key !== null) await freeKey(job);
    await announce(payload as News, created);
    await jobDone(job);
  });
}
