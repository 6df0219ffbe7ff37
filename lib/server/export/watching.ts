import 'server-only';
import type { Contents } from '@/lib/server/data/export/contents';
import { noteProgress, type Preparing } from '@/lib/server/data/export/prepare-export';
import { Hopeless, TakenOver } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';
import type { Watch } from './export-pieces';
import { longest } from './running-exports';

/** Milliseconds between two notes of how far it is; whoever cancels waits no longer either. */
const pulse = 1_000;

/** Milliseconds without one that went well, after which the lease of a minute may run out before the next. */
const unheard = 45_000;

/**
 * Follows the reading, and ends it when nobody wants it any more, it takes too long, or the database has been away for as long
 * as the lease allows. `keep` is done before the first record.
 */
export function watching(
  preparing: Preparing,
  keep: (contents: Contents) => Promise<void>,
): { watch: Watch; end(): Promise<void> } {
  let broken: Error | null = null;
  let beating: Promise<void> | null = null;
  const progress = { total: 0, done: 0 };
  const late = performance.now() + longest;
  let heard = performance.now();
  const note = async () => {
    const begun = performance.now();
    await noteProgress(visitor, preparing, progress);
    heard = begun;
  };
  const beat = () => {
    if (performance.now() > late) broken ??= new Hopeless('This export takes too long.');
    beating ??= note()
      .catch((error: Error) => {
        if (error instanceof TakenOver || performance.now() - heard > unheard) broken ??= error;
      })
      .finally(() => {
        beating = null;
      });
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    watch: {
      async begun({ head, contents }) {
        progress.total = head.counts.annotations;
        await note();
        timer = setInterval(beat, pulse).unref();
        await keep(contents);
      },
      annotation() {
        if (broken) throw broken;
        progress.done += 1;
      },
    },
    async end() {
      clearInterval(timer);
      await beating;
    },
  };
}
