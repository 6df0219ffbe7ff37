import type { ReaderStore } from './reader-store';

/** Shows where the text cursor is, keeps it in view, and clears up when selecting ends. Returns how to stop. */
export function watchTextCursor(store: ReaderStore): () => void {
  const caret = document.createElement('div');
  caret.className = 'reader-caret';
  const draw = () => {
    const selection = document.getSelection();
    if (!store.get().selecting || !selection?.focusNode) return;
    const range = document.createRange();
    range.setStart(selection.focusNode, selection.focusOffset);
    const rects = range.getClientRects();
    const rect =
      rects[rects.length - 1] ?? (selection.focusNode as Element).parentElement!.getBoundingClientRect();
    caret.style.height = `${rect.height}px`;
    caret.style.transform = `translate(${rect.left + scrollX}px, ${rect.top + scrollY}px)`;
    if (!caret.isConnected) document.body.append(caret);
    caret.scrollIntoView({ block: 'nearest' });
  };
  const stopListening = store.subscribe((state, before) => {
    if (state.selecting || !before.selecting) return;
    caret.remove();
    document.getSelection()?.removeAllRanges();
  });
  document.addEventListener('selectionchange', draw);
  addEventListener('resize', draw);
  return () => {
    stopListening();
    caret.remove();
    document.removeEventListener('selectionchange', draw);
    removeEventListener('resize', draw);
  };
}
