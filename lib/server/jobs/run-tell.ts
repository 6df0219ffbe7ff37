import 'server-only';
import { transaction } from '@/lib/server/data/database';
import { planMails } from '@/lib/server/data/inbox/mails';
import type { News } from '@/lib/server/data/inbox/notify';
import { tell } from '@/lib/server/data/inbox/tell';
import { freeKey, type Job, jobDone } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';
import { mailIsOn } from '@/lib/server/mail/mailer';

/** Tells people of what happened. */
export async function runTell(job: Job): Promise<void> {
  await transaction(async () => {
    const { key, payload, created } = job;
    // What is decided from now on is told by another job.
    if (key !== null) await freeKey(job);
    const told = await tell(payload as News, created);
    if (mailIsOn()) await planMails(visitor, told);
    await jobDone(job);
  });
}
