import { annotationKeys } from './annotation-steps';
import type { KeyBinding } from './keymap';
import type { ReaderStore } from './reader-store';
import { textCursorKeys } from './text-cursor';

/** What keys do to the page and its text. */
export function readerKeys(store: ReaderStore): readonly KeyBinding[] {
  return [
    { keys: ['?'], section: 'page', label: 'Show all keys', run: () => store.open('help') },
    ...paragraphKeys(store),
    ...annotationKeys(store),
    ...textCursorKeys(store),
  ];
}

/** j and k walk the text by paragraph. */
function paragraphKeys(store: ReaderStore): readonly KeyBinding[] {
  const label = 'Next or previous paragraph';
  const when = () => !store.get().selecting;
  return [
    { keys: ['j'], section: 'read', label, when, run: () => step(store, 1) },
    { keys: ['k'], section: 'read', label, when, run: () => step(store, -1) },
  ];
}

/** From the cursor, or into view at first. */
function step(store: ReaderStore, by: 1 | -1): void {
  const { article, cursor } = store.get();
  if (!article) return;
  const next = cursor === null ? store.place.get().block : cursor + by;
  store.moveCursor(Math.min(Math.max(next, 0), article.blocks.length - 1));
}
