import type { ReaderStore } from './reader-store';

/** Runs something once, as soon as the annotations are there. Returns how to forget it. */
export function whenReady(store: ReaderStore, run: () => void): () => void {
  let stop = () => {};
  const look = () => {
    if (store.get().status !== 'ready') return;
    stop();
    run();
  };
  stop = store.subscribe(look);
  look();
  return () => stop();
}
