import 'server-only';
import { transaction } from '@/lib/server/data/database';
import type { News } from '@/lib/server/data/inbox/notify';
import { tell } from '@/lib/server/data/inbox/tell';
import { type Job, jobDone } from '@/lib/server/data/jobs';

/** Tells people of what happened. */
export async function runTell({ id, payload }: Job): Promise<void> {
  await transaction(async () => {
    await tell(payload as News);
    await jobDone(id);
  });
}
