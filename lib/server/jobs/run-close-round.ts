import 'server-only';
import { endRound } from '@/lib/server/data/cards/end-round';
import { transaction } from '@/lib/server/data/database';
import { type Job, jobDone } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';

/** Lets the pages of a group follow when the time of a round is up. */
export async function runCloseRound(job: Job): Promise<void> {
  await transaction(async () => {
    // Before the channel, as whoever moves the time does: the two must not wait for each other.
    await jobDone(job);
    await endRound(visitor, (job.payload as { round: string }).round);
  });
}
