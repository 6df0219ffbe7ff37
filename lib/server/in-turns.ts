import 'server-only';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds that long work goes on before others have their turn. */
const turn = 10;

/** When somebody has worked long enough in one go. */
export function turns() {
  let begun = performance.now();
  return {
    isOver: () => performance.now() - begun >= turn,
    /** Lets others in. */
    async pass(): Promise<void> {
      await setImmediate();
      begun = performance.now();
    },
  };
}

/** What long work comes to, which others wait for no longer than one of its steps takes. `between`: two turns. */
export async function inTurns<T>(
  steps: Iterator<unknown, T>,
  between: () => Promise<void> = async () => {},
): Promise<T> {
  const own = turns();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (!own.isOver()) continue;
    await own.pass();
    await between();
  }
}
