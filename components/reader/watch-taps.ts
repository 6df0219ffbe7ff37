import type { ReaderStore } from './reader-store';

/** Where a finger taps on plain text is where the paragraph cursor stands; a second tap lets it go. Returns how to stop. */
export function watchTaps(store: ReaderStore): () => void {
  let isTouch = false;
  const down = ({ pointerType }: PointerEvent) => {
    isTouch = pointerType !== 'mouse';
  };
  const click = ({ target, defaultPrevented }: MouseEvent) => {
    const { article, cursor, draft, focused } = store.get();
    if (!isTouch || defaultPrevented || draft || focused || !(target instanceof Element)) return;
    if (!article?.article.contains(target) || target.closest('a, mark, button')) return;
    const block = article.blocks.findIndex((one) => one.contains(target));
    if (block >= 0) store.moveCursor(block === cursor ? null : block);
  };
  document.addEventListener('pointerdown', down);
  document.addEventListener('click', click);
  return () => {
    document.removeEventListener('pointerdown', down);
    document.removeEventListener('click', click);
  };
}
