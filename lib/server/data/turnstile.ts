import { Problem } from '@/lib/core/api/problem';

/** What those are told whose turn does not come. */
export const busyWithIt = () =>
  new Problem(503, 'busy', 'Others are busy with this. Try again in a moment.', { retryAfter: 10 });

/** Lets so many in at once. The others wait in line, at most so many milliseconds; then they are told that it is busy. */
export function turnstile({ places, patience }: { places: number; patience: number }) {
  const line: (() => void)[] = [];
  let free = places;

  const turnOf = () =>
    new Promise<void>((resolve, reject) => {
      const come = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(come), 1);
        reject(busyWithIt());
      }, patience);
      line.push(come);
    });

  return {
    /** Runs when it is let in. Whoever was is to say when they leave. */
    async enter(): Promise<void> {
      if (free > 0) free--;
      else await turnOf();
    },
    leave(): void {
      const next = line.shift();
      if (next) next();
      else free++;
    },
  };
}
