import 'server-only';
import { takeSteps } from '@/lib/server/data/annotation-rounds/round-steps';
import { transaction } from '@/lib/server/data/database';
import { type Job, jobDone } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';

/** Opens or reveals an annotation round whose time has come. */
export async function runAnnotationRound(job: Job): Promise<void> {
  await transaction(async () => {
    await jobDone(job);
    await takeSteps(visitor, (job.payload as { round: string }).round);
  });
}
