import 'server-only';
import { Worker } from 'node:worker_threads';
import { invalid, Problem } from '@/lib/core/api/problem';
import type { Prepared, PreparedOf } from '@/lib/core/corpus-import/prepared';
import type { CorpusFile, Finding } from './corpus-thread';
import type { FoundCorpus, PackedPart } from './found-corpus';
import { PackedList } from './packed';
import { sourceThread } from './source-thread';
import { TaskGivenUp, ThreadPool } from './thread-pool';

/** Seconds that reading one file may take: fifty megabytes take about fifteen. */
const patience = 120;
/** Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 768 };

const pool = new ThreadPool<CorpusFile, Finding, PackedPart>(openThread, {
  // A large file leaves a large heap: better a new thread than that.
  threads: 1,
  waiting: 4,
  time: patience * 1000,
  idle: 0,
});

/** Next bundles the thread with the app. */
function openThread(): Worker {
  if (process.env.NEXT_RUNTIME)
    return new Worker(new URL('./corpus-thread.ts', import.meta.url), { resourceLimits });
  return sourceThread(new URL('./corpus-thread.ts', import.meta.url), resourceLimits);
}

/** Reads a file of annotations away from the thread that answers requests; or throws a Problem that says why not. Its content is gone then. */
export async function readCorpusFile(file: CorpusFile): Promise<FoundCorpus> {
  const many = {
    annotation: new PackedList<PreparedOf<'annotation'>>(),
    coverage: new PackedList<PreparedOf<'coverage'>>(),
    adjudication: new PackedList<PreparedOf<'adjudication'>>(),
  };
  const take = ({ kind, records }: PackedPart) => (many[kind] as PackedList<Prepared>).add(records);
  const rest = await pool.run(file, take, [file.content.buffer]).catch((error) => {
    throw error instanceof TaskGivenUp ? problems[error.reason]() : error;
  });
  if ('refusal' in rest) {
    const { message, looksLike } = rest.refusal;
    throw invalid('import-other-kind', `${message} Nothing was imported.`, { looksLike });
  }
  return { ...rest, ...many };
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
