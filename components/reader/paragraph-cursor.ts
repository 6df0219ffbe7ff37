import type { KeyBinding } from './keymap';
import type { ReaderStore } from './reader-store';

/** j and k walk the text by paragraph. */
export function paragraphKeys(store: ReaderStore): readonly KeyBinding[] {
  const when = () => !store.get().selecting;
  return [
    { keys: ['j'], section: 'Read', label: 'Next paragraph', when, run: () => step(store, 1) },
    { keys: ['k'], section: 'Read', label: 'Previous paragraph', when, run: () => step(store, -1) },
  ];
}

/** From the cursor, or into view at first. */
function step(store: ReaderStore, by: 1 | -1): void {
  const { article, cursor } = store.get();
  if (!article) return;
  const next = cursor === null ? store.place.get().block : cursor + by;
  store.moveCursor(Math.min(Math.max(next, 0), article.blocks.length - 1));
}

/** Shows the paragraph cursor, and puts the focus there, so that Tab goes on from it. Returns how to stop. */
export function watchParagraphCursor(store: ReaderStore): () => void {
  return store.subscribe((state, before) => {
    if (state.cursor === before.cursor || !state.article) return;
    const { blocks } = state.article;
    const old = blocks[before.cursor ?? -1];
    old?.removeAttribute('data-cursor');
    if (old && old.tagName !== 'PRE') old.removeAttribute('tabindex');
    const block = blocks[state.cursor ?? -1];
    if (!block) return;
    block.dataset.cursor = '';
    block.tabIndex = block.tagName === 'PRE' ? 0 : -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'nearest' });
  });
}
