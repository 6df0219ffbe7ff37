import type { HighlightRange } from '@/lib/core/anchoring/segments';
import { rangesAt } from './ranges-at';
import type { ReaderStore } from './reader-store';
import { enterNote } from './reveal';
import { showTransient } from './transient-highlight';
import { whenReady } from './when-ready';

/** Several annotations lie under a point: which one is meant? Viewport coordinates. */
export interface Ambiguity {
  ids: readonly string[];
  x: number;
  y: number;
}

/** How long the pointer rests on a passage until it lights up, in milliseconds: on its way across it lights none. */
const RESTING = 60;

/**
 * Opens what the reader clicks or taps on, or asks which one. Selecting, and links of the text, stay the browser's.
 * Returns how to stop.
 */
export function watchPointer(store: ReaderStore, ask: (what: Ambiguity) => void): () => void {
  const article = store.get().article?.article;
  if (!article) return () => {};
  let forget = () => {};
  const here = (target: Element) => rangesAt(target, store.ranges.visible(store.get()));
  const open = (target: Element, x: number, y: number) => {
    const ids = here(target).map(({ id }) => id);
    if (ids.length > 1) ask({ ids, x, y });
    else if (store.get().focused !== (ids[0] ?? null)) store.focus(ids[0] ?? null);
  };
  const click = (event: MouseEvent) => {
    const target = event.target as Element;
    const link = target.closest('a');
    if (link?.matches('.ref')) {
      event.preventDefault();
      enterNote(store, link.hash.slice('#a-'.length));
    }
    if (link || !document.getSelection()?.isCollapsed) return;
    const { clientX: x, clientY: y } = event;
    const from = scrollY;
    forget();
    // The server's marks are there before the annotations: what is clicked on then is opened when they come.
    if (target.closest('mark')) forget = whenReady(store, () => open(target, x, y + from - scrollY));
    else open(target, x, y);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  let lit: HighlightRange | undefined;
  const light = (target: EventTarget | null) => {
    const { article: view } = store.get();
    const top = target instanceof Element ? here(target).at(-1) : undefined;
    if (top === lit) return;
    lit = top;
    showTransient('hover', top && view ? [view.domRange(top)] : []);
  };
  const over = ({ target }: PointerEvent) => {
    clearTimeout(resting);
    resting = setTimeout(light, RESTING, target);
  };
  const leave = () => {
    clearTimeout(resting);
    light(null);
  };
  article.addEventListener('click', click);
  article.addEventListener('pointerover', over);
  article.addEventListener('pointerleave', leave);
  return () => {
    leave();
    forget();
    article.removeEventListener('click', click);
    article.removeEventListener('pointerover', over);
    article.removeEventListener('pointerleave', leave);
  };
}
