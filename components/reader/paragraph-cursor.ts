import type { ReaderStore } from './reader-store';

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

/** Whether the paragraph cursor stands somewhere and nothing else is being done. */
export function canOffer({ reading, get }: ReaderStore): boolean {
  const { cursor, draft, focused, selecting } = get();
  return reading.writes && cursor !== null && !draft && focused === null && !selecting;
}
