import { snap } from '@/lib/core/anchoring/graphemes';
import type { ArticleView } from './article-view';
import type { SelectionDraft } from './reader-state';
import type { ReaderStore } from './reader-store';

/** The selection as a passage that can be stored; null when it covers nothing of the article. */
export function selectedPassage(article: ArticleView) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = article.rangeOf(selection.getRangeAt(0));
  return range && snap(article.text, range);
}

/** As Hypothesis does: a selection that has not moved for so long is meant. Milliseconds. */
const STEADY = 100;

/**
 * Offers what the reader selects. Only `selectionchange` tells of every way to select: iOS has no `selectstart`, a long
 * press fires none. The passage is computed at once, since iOS changes ranges under their holder.
 */
export function watchSelection(store: ReaderStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let by: SelectionDraft['by'] = 'pointer';
  let pressed = false;
  let passage: ReturnType<typeof selectedPassage> = null;
  const offer = () => {
    if (pressed || store.get().selecting) return;
    const { draft } = store.get();
    if (!passage) draft && store.select(null);
    else if (passage.start !== draft?.start || passage.end !== draft.end) store.select({ ...passage, by });
  };
  const changed = () => {
    const { article } = store.get();
    if (!article || store.get().selecting) return;
    passage = selectedPassage(article);
    clearTimeout(timer);
    timer = setTimeout(offer, STEADY);
  };
  const down = ({ pointerType }: PointerEvent) => {
    pressed = pointerType === 'mouse';
    by = pressed ? 'pointer' : 'touch';
  };
  const up = () => {
    pressed = false;
    clearTimeout(timer);
    timer = setTimeout(offer, STEADY);
  };
  // Whoever used or refused the offer is done with the selection too.
  const stopListening = store.subscribe((state, before) => {
    if (!before.draft || state.draft) return;
    const used = passage;
    passage = null;
    if (used && before.draft.start === used.start) document.getSelection()?.removeAllRanges();
  });
  document.addEventListener('selectionchange', changed);
  document.addEventListener('pointerdown', down);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', up);
  return () => {
    clearTimeout(timer);
    stopListening();
    document.removeEventListener('selectionchange', changed);
    document.removeEventListener('pointerdown', down);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', up);
  };
}
