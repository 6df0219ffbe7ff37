import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { transaction } from '@/lib/server/data/database';
import { Hopeless, type Job, type JobKind, jobFailed, TakenOver, takeJobs } from '@/lib/server/data/jobs';
import { log } from '@/lib/server/log';
import { onShutdown } from '@/lib/server/shutdown';
import { runAnnotationRound } from './run-annotation-round';
import { runCloseRound } from './run-close-round';
import { exportAttempts, exportLease, runExport, tellExportFailed } from './run-export';
import { freezeLease, runFreeze } from './run-freeze';
import { runIndexNotes } from './run-index-notes';
import { runMail } from './run-mail';
import { runTell } from './run-tell';
import { runWebhook, webhookAttempts } from './run-webhook';

/** Milliseconds between two looks for work. */
const pause = 1_000;

/** What is under way gets so long when the process is asked to end; then its lease runs out, and another does it. */
const patience = 5_000;

/** A connection that takes too long while the machine is busy is no news; so many looks in a row that fail are, once. */
const telling = 5;

interface Work {
  /** Does a job, and deletes it when it is done. Throws when it has to be tried again. */
  run(job: Job): Promise<void>;
  /** Jobs that an instance takes at a time. */
  most: number;
  /** One after the other, as they came: what they leave is read in that order. */
  inOrder: boolean;
  /** Seconds after which a job is taken for abandoned: longer than any can take. */
  lease: number;
  /** Tries in all. */
  attempts: number;
  /** What follows when it failed for good. */
  failed?(job: Job): Promise<void>;
}

const works: Record<JobKind, Work> = {
  tell: { run: runTell, most: 20, inOrder: true, lease: 30, attempts: 8 },
  'annotation-round': { run: runAnnotationRound, most: 20, inOrder: true, lease: 30, attempts: 8 },
  'close-round': { run: runCloseRound, most: 20, inOrder: true, lease: 30, attempts: 8 },
  // One at a time: each reads a group through.
  freeze: { run: runFreeze, most: 1, inOrder: true, lease: freezeLease, attempts: 3 },
  export: {
    run: runExport,
    most: 1,
    inOrder: true,
    lease: exportLease,
    attempts: exportAttempts,
    failed: tellExportFailed,
  },
  'index-notes': { run: runIndexNotes, most: 1, inOrder: true, lease: 60, attempts: 5 },
  // About four hours in all, as a mail server may be away for so long.
  webhook: { run: runWebhook, most: 8, inOrder: false, lease: 30, attempts: webhookAttempts },
  mail: { run: runMail, most: 4, inOrder: false, lease: 45, attempts: 12 },
};

/** Seconds before the next try: 10, 20, 40 … at most an hour, ± 20 % so that not all come back at once. */
const backoff = (attempts: number, random: number): number =>
  Math.min(10 * 2 ** (attempts - 1), 3600) * (0.8 + 0.4 * random);

/** Does what is due of a kind. Returns how many jobs that were. */
export async function runDue(kind: JobKind): Promise<number> {
  const work = works[kind];
  const jobs = await takeJobs(kind, work);
  if (!work.inOrder) await Promise.all(jobs.map((job) => attempt(work, job)));
  else for (const job of jobs.sort((a, b) => a.due - b.due)) await attempt(work, job);
  return jobs.length;
}

async function attempt({ run, attempts, failed }: Work, job: Job): Promise<void> {
  try {
    await run(job);
  } catch (err) {
    // Theirs to do, or not to be done any more.
    if (err instanceof TakenOver) return;
    const isLast = err instanceof Hopeless || job.attempts >= attempts;
    const { code = (err as Error).name } = err as { code?: string };
    log.warn({ job: job.id, kind: job.kind, attempts: job.attempts, code, isLast }, 'job failed');
    const wait = isLast ? null : backoff(job.attempts, Math.random());
    // Without a database the lease runs out, which comes to the same.
    await transaction(async () => {
      if ((await jobFailed(job, { problem: String(code), wait })) && isLast) await failed?.(job);
    }).catch(() => {});
  }
}

/** Works for as long as the process lives, and ends with what is under way. Several instances share the work. */
export function startWorker(): void {
  const ending = new AbortController();
  const { signal } = ending;

  async function lane(kind: JobKind): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const done = await runDue(kind).catch((err) => {
        failures += 1;
        if (failures === telling) log.warn({ err, kind }, 'cannot look for work');
        return null;
      });
      if (done !== null) failures = 0;
      if (!done) await setTimeout(pause, undefined, { ref: false, signal }).catch(() => {});
    }
  }

  const lanes = (Object.keys(works) as JobKind[]).map(lane);
  onShutdown(async () => {
    ending.abort();
    await Promise.race([Promise.all(lanes), setTimeout(patience, undefined, { ref: false })]);
  });
}
