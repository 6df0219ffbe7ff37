import type { Desk } from './desk';

/** Starts something once it is needed, so that its code can be fetched then. Returns how to stop it, or the waiting. */
export function onceNeeded(
  desk: Desk,
  isNeeded: () => boolean,
  start: () => Promise<() => void>,
): () => void {
  let stop: (() => void) | null = null;
  let isStarting = false;
  let isOver = false;
  const look = async () => {
    if (isStarting || !isNeeded()) return;
    isStarting = true;
    try {
      stop = await start();
      for (const one of waits) one();
      if (isOver) stop();
    } catch {
      isStarting = false;
    }
  };
  const waits = [desk.subscribe(look), desk.store.subscribe(look)];
  void look();
  return () => {
    isOver = true;
    for (const one of waits) one();
    stop?.();
  };
}
