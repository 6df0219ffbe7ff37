/** Milliseconds between two runs: what many people do in a row is shown together. */
const APART = 3_000;
/** The most that the first run waits, so that not everybody's page asks at once. */
const SPREAD = 400;

/** Runs `work` soon after it was asked for, however often, and no oftener than every three seconds. */
export function spaced(work: () => void, random = Math.random): { run: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  return {
    run() {
      const now = performance.now();
      timer ??= setTimeout(
        () => {
          timer = null;
          last = performance.now();
          work();
        },
        Math.max(SPREAD * random(), last + APART - now),
      );
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
