import 'server-only';
import { Worker } from 'node:worker_threads';
import { invalid, Problem } from '@/lib/core/api/problem';
import type { Prepared } from '@/lib/core/corpus-import/prepared';
import type { CorpusFile, Finding, FoundCorpus } from './corpus-thread';
import { sourceThread } from './source-thread';
import { TaskGivenUp, ThreadPool } from './thread-pool';

/** Seconds that reading one file may take: fifty megabytes take about fifteen. */
const patience = 120;
/** Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 768 };

const pool = new ThreadPool<CorpusFile, Finding, Prepared[]>(openThread, {
  // A large file leaves a large heap: better a new thread than that.
  ...{ threads: 1, waiting: 4, time: patience * 1000, idle: 0 },
});

/** Next bundles the thread with the app. */
function openThread(): Worker {
  if (process.env.NEXT_RUNTIME)
    return new Worker(new URL('./corpus-thread.ts', import.meta.url), { resourceLimits });
  return sourceThread(new URL('./corpus-thread.ts', import.meta.url), resourceLimits);
}

/** Reads a file of annotations, whose content it lets go of, away from the thread that answers requests; or throws a Problem that says why not. */
export async function readCorpusFile(file: CorpusFile): Promise<FoundCorpus> {
  const records: Prepared[] = [];
  const take = (part: Prepared[]) => {
    // The thread has it.
    file.content = '';
    for (const one of part) records.push(one);
  };
  const rest = await pool.run(file, take).catch((error) => {
    throw error instanceof TaskGivenUp ? problems[error.reason]() : error;
  });
  if ('refusal' in rest) throw invalid('import-other-kind', `${rest.refusal} Nothing was imported.`);
  return { ...rest, records };
}

const advice = 'Nothing was imported. Bring it in parts.';

const problems: Record<TaskGivenUp['reason'], () => Problem> = {
  time: () =>
    invalid('import-too-slow', `This file takes longer to read than ${patience} seconds. ${advice}`),
  memory: () => invalid('import-too-complex', `This file takes too much memory to read. ${advice}`),
  busy: () =>
    new Problem(503, 'busy', 'Other files are being read now. Nothing was imported; try again in a minute.', {
      retryAfter: 60,
    }),
};
