import 'server-only';
import { Problem } from '@/lib/core/api/problem';

/** Each holds a database connection for as long as it is taken away. */
export const atOnce = 3;

/** Milliseconds after which the reading of somebody who takes nothing away, or went without a word, is ended. */
export const patience = 60_000;

/** Milliseconds that one export may take: PostgreSQL cannot clean up behind its snapshot. */
export const longest = 3_600_000;

/** Who has a preview made, once for each. One that was given up for another choice goes on until it is made. */
const previewing: string[] = [];
const previewsOfOne = 3;
const previewsAtOnce = 6;

/** Makes a preview, of which one person and this instance make a few at once; 429 and 503 say when to come back. */
export async function amongPreviews<T>(who: string, make: () => Promise<T>): Promise<T> {
  if (previewing.filter((other) => other === who).length >= previewsOfOne)
    throw new Problem(429, 'export-running', 'Previews of yours are being made. Try again in a moment.', {
      retryAfter: 2,
    });
  if (previewing.length >= previewsAtOnce) throw busy();
  previewing.push(who);
  try {
    return await make();
  } finally {
    previewing.splice(previewing.indexOf(who), 1);
  }
}

const busy = () =>
  new Problem(503, 'busy', 'Others are exporting. Try again in a moment.', { retryAfter: 10 });

/** By who runs it: when something was last taken away. */
const running = new Map<string, { last: number }>();

export interface RunningLease {
  /** Something is taken away. Throws when it all takes too long. */
  keep(): void;
  /** What is made, while there is nothing to be taken away. */
  during<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

const requireTime = (begun: number, now: () => number) => {
  if (now() - begun > longest) throw new Error('This export takes too long.');
};

/** For a file that is made already, of which there may be any number: it ends after an hour all the same. */
export function hourLease(now = Date.now): RunningLease {
  const begun = now();
  return { keep: () => requireTime(begun, now), during: (work) => work, end() {} };
}

/** Lets one export of a person, and a few on this instance, run at once; 429 and 503 say when to come back. */
export function beginRunning(who: string, now = Date.now): RunningLease {
  for (const [other, { last }] of running) if (now() - last > patience) running.delete(other);
  if (running.has(who))
    throw new Problem(429, 'export-running', 'An export of yours is running. Wait until it is done.', {
      retryAfter: 5,
    });
  if (running.size >= atOnce) throw busy();
  const begun = now();
  const own = { last: begun };
  running.set(who, own);
  let isOver = false;
  const hold = () => {
    if (isOver) return;
    own.last = now();
    if (!running.has(who)) running.set(who, own);
  };
  return {
    keep() {
      requireTime(begun, now);
      hold();
    },
    async during(work) {
      const held = setInterval(hold, patience / 4).unref();
      try {
        return await work;
      } finally {
        clearInterval(held);
      }
    },
    end() {
      isOver = true;
      // Theirs may have been given up, and another one running.
      if (running.get(who) === own) running.delete(who);
    },
  };
}
