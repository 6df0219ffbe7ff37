import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { transaction } from '@/lib/server/data/database';
import { endPreparing, forgetPieces, tellEnded } from '@/lib/server/data/export/prepare-export';
import { Hopeless, type Job, jobDone, keepJob, putOff } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';
import { prepare } from '@/lib/server/export/prepare';

/** Seconds after which an export of which nothing is heard is taken for abandoned: it says every second that it goes on. */
export const exportLease = 60;

/** Tries in all. */
export const exportAttempts = 3;

const exportIn = ({ payload }: Job): string => (payload as { export: string }).export;

/** Has whoever asked told that it failed for good. */
export const tellExportFailed = (job: Job): Promise<void> => tellEnded(visitor, exportIn(job));

/** There is room again once others are done, or somebody has made some. */
const isDiskFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/** Makes an export that somebody asked for. What a try leaves that broke off is deleted, at the latest by the next. */
export async function runExport(job: Job): Promise<void> {
  const id = exportIn(job);
  const preparing = { id, beat: () => keepJob(job, exportLease) };
  try {
    // Each try before this one ended with its process.
    if (job.attempts > exportAttempts) throw new Hopeless('It was interrupted too often.');
    const sha256 = await prepare(preparing);
    await transaction(async () => {
      await jobDone(job);
      if (sha256 !== null) await endPreparing(visitor, id, sha256);
    });
  } catch (error) {
    // Where another has it, what is written is theirs.
    await forgetPieces(visitor, preparing).catch(() => {});
    if (isDiskFull(error)) return putOff(job, 60);
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    throw Object.assign(new Hopeless(error.message), { code: error.status === 413 ? error.code : 'gone' });
  }
}
