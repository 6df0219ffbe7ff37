import 'server-only';
import { patience, type RunningLease } from './running-exports';

/**
 * Takes the next bytes when there is room for them. Who goes away, or takes nothing for so long, ends the reading: it holds
 * a connection of the pool. An error breaks the answer off.
 */
export function leasedStream(
  bytes: AsyncGenerator<Uint8Array>,
  lease: RunningLease,
): ReadableStream<Uint8Array> {
  let stalled: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(stalled);
    lease.end();
    return bytes.return(undefined);
  };
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(stalled);
      const breakOff = (error: unknown) => {
        controller.error(error);
        return end().then(noop, noop);
      };
      try {
        lease.keep();
        const next = await lease.during(bytes.next());
        if (next.done) {
          lease.end();
          return controller.close();
        }
        controller.enqueue(next.value);
        stalled = setTimeout(breakOff, patience, new Error('Nobody takes this away.')).unref();
      } catch (error) {
        await breakOff(error);
      }
    },
    async cancel() {
      await end();
    },
  });
}

const noop = () => {};
