import type { HighlightRange } from '@/lib/core/anchoring/segments';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import type { ReaderStore } from './reader-store';
import { BAR } from './reading-place';

/** Of the window's height: where a passage is put that was out of view. */
const EYE_LEVEL = 0.3;
/** Nothing closer to an edge counts as in view, in CSS pixels. */
const MARGIN = 96;

/** Scrolls to a passage unless it is in view already. */
export function scrollToPassage(store: ReaderStore, { start }: TextRange): void {
  const { article } = store.get();
  if (!article) return;
  const { top, bottom } = article.domRange({ start, end: start + 1 }).getBoundingClientRect();
  if (top >= MARGIN && bottom <= innerHeight - MARGIN) return;
  scrollBy({ top: top - innerHeight * EYE_LEVEL, behavior: 'instant' });
}

/** Whether anything of a passage is on the screen. */
export function isInView({ get }: ReaderStore, passage: TextRange): boolean {
  const rect = get().article?.domRange(passage).getBoundingClientRect();
  return rect !== undefined && rect.bottom > BAR && rect.top < innerHeight;
}

/** Scrolls to an annotation and puts the focus on its link in the text. */
export function reveal(store: ReaderStore, range: HighlightRange): void {
  scrollToPassage(store, range);
  const link = () => document.querySelector<HTMLElement>(`#essay a.ref[href="#a-${range.id}"]`);
  if (!link()) store.get().painter?.finish();
  link()?.focus({ preventScroll: true });
}

/** Opens an annotation's note and moves the focus into it, once it stands there as `#a-<id>`. */
export function enterNote(store: ReaderStore, id: string): void {
  store.focus(id);
  requestAnimationFrame(() => document.getElementById(`a-${id}`)?.focus({ preventScroll: true }));
}
