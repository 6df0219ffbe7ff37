import 'server-only';
import { transaction } from '@/lib/server/data/database';
import { enqueue, type Job, jobDone } from '@/lib/server/data/jobs';
import { indexNotes } from '@/lib/server/data/search/index-notes';
import { visitor } from '@/lib/server/data/viewer';

/** One batch, and leaves the next as another job: what is done stays done. */
export async function runIndexNotes({ id, payload }: Job): Promise<void> {
  const { essay, after = null } = payload as { essay: string; after?: string };
  await transaction(async () => {
    const last = await indexNotes(visitor, { essay, after });
    if (last !== null) await enqueue({ kind: 'index-notes', payload: { essay, after: last } });
    await jobDone(id);
  });
}
