import type { ReaderStore } from './reader-store';
import { reveal } from './reveal';

/** Opens the annotation that the address names (`#a-<id>`), as permalinks do. Returns how to stop. */
export function watchAddress(store: ReaderStore): () => void {
  const open = () => {
    const id = location.hash.startsWith('#a-') ? location.hash.slice(3) : null;
    const annotation = id === null ? undefined : store.get().annotations.get(id);
    const range = annotation && store.ranges.of(annotation, store.get());
    if (!range) return;
    store.focus(range.id);
    reveal(store, range);
  };
  const stopListening = store.subscribe((state, before) => {
    if (state.painter !== before.painter) open();
  });
  addEventListener('hashchange', open);
  return () => {
    stopListening();
    removeEventListener('hashchange', open);
  };
}
