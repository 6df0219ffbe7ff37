import 'server-only';
import { transaction } from '@/lib/server/data/database';
import { enqueue, type Job, jobDone } from '@/lib/server/data/jobs';
import { indexNotes, type Reworded } from '@/lib/server/data/search/index-notes';
import { visitor } from '@/lib/server/data/viewer';

/** One batch, and leaves the next as another job: what is done stays done. */
export async function runIndexNotes(job: Job): Promise<void> {
  const asked = job.payload as Reworded & { after?: string };
  await transaction(async () => {
    const last = await indexNotes(visitor, { after: null, ...asked });
    if (last !== null) await enqueue({ kind: 'index-notes', payload: { ...asked, after: last } });
    await jobDone(job);
  });
}
