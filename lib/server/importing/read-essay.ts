import 'server-only';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { invalid, Problem } from '@/lib/core/api/problem';
import type { Finding, Source } from './import-thread';
import { sourceThread } from './source-thread';
import { TaskGivenUp, ThreadPool } from './thread-pool';

/** Seconds that reading one text may take: prose of the greatest length takes one or two. */
const patience = 20;
/** Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/** One core is left to those who read. */
const threads = Math.max(1, availableParallelism() - 1);
const pool = new ThreadPool<Source, Finding>(openThread, {
  threads,
  waiting: 16,
  time: patience * 1000,
  idle: 60_000,
});

/** Next bundles the thread with the app. */
function openThread(): Worker {
  if (process.env.NEXT_RUNTIME)
    return new Worker(new URL('./import-thread.ts', import.meta.url), { resourceLimits });
  return sourceThread(new URL('./import-thread.ts', import.meta.url), resourceLimits);
}

/** Reads a source as an essay, away from the thread that answers requests; or throws a Problem that says why not. */
export async function readEssay({ format, content }: Source) {
  const finding = await pool.run({ format, content }).catch((error) => {
    throw error instanceof TaskGivenUp ? problems[error.reason]() : error;
  });
  if ('essay' in finding) return finding.essay;
  const { code, message } = finding.refusal;
  throw new Problem(code === 'too-large' ? 413 : 422, `import-${code}`, message);
}

const advice = 'Nothing was saved. Bring it as plain text, or in parts.';

const problems: Record<TaskGivenUp['reason'], () => Problem> = {
  time: () =>
    invalid('import-too-slow', `This text takes too long to read: more than ${patience} seconds. ${advice}`),
  memory: () => invalid('import-too-complex', `This text takes too much memory to read. ${advice}`),
  busy: () =>
    new Problem(503, 'busy', 'Many texts are being read now. Nothing was saved; try again in a minute.', {
      retryAfter: 60,
    }),
};
