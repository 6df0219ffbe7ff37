import 'server-only';
import { type Job, jobDone, keepJob } from '@/lib/server/data/jobs';
import { freezeRelease } from '@/lib/server/data/releases/freeze';
import { visitor } from '@/lib/server/data/viewer';

/** Seconds after which a freezing that says nothing is taken for abandoned. */
export const freezeLease = 120;

export async function runFreeze(job: Job): Promise<void> {
  const { release } = job.payload as { release: string };
  await freezeRelease(visitor, release, () => keepJob(job, freezeLease));
  await jobDone(job);
}
