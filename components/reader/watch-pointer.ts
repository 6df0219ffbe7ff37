import type { ReaderStore } from './reader-store';
import { enterCard } from './reveal';
import { showTransient } from './transient-highlight';

/** Several annotations lie under a point: which one is meant? Viewport coordinates. */
export interface Ambiguity {
  ids: readonly string[];
  x: number;
  y: number;
}

/**
 * Opens what the reader clicks or taps on, or asks which one. Selecting, and links of the text, stay the browser's.
 * Returns how to stop.
 */
export function watchPointer(store: ReaderStore, ask: (what: Ambiguity) => void): () => void {
  const article = store.get().article?.article;
  if (!article) return () => {};
  let forget = () => {};
  const open = (x: number, y: number) => {
    const ids =
      store
        .get()
        .painter?.rangesAt(x, y)
        .map(({ id }) => id) ?? [];
    if (ids.length > 1) ask({ ids, x, y });
    else if (store.get().focused !== (ids[0] ?? null)) store.focus(ids[0] ?? null);
  };
  const click = (event: MouseEvent) => {
    const target = event.target as Element;
    const link = target.closest('a');
    if (link?.dataset.a) {
      event.preventDefault();
      enterCard(store, link.dataset.a);
    }
    if (link || !document.getSelection()?.isCollapsed) return;
    const { clientX: x, clientY: y } = event;
    const from = scrollY;
    forget();
    if (target.closest('mark')) forget = whenPainted(store, () => open(x, y + from - scrollY));
    else open(x, y);
  };
  const over = ({ target, clientX, clientY }: PointerEvent) => {
    const { painter, article: view } = store.get();
    if (!painter || !view) return;
    const isMark = (target as Element).tagName === 'MARK';
    const top = isMark ? painter.rangesAt(clientX, clientY).at(-1) : undefined;
    showTransient('hover', top ? [view.domRange(top)] : []);
  };
  const leave = () => showTransient('hover', []);
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

/** The server's marks are there before the annotations: what is clicked on then is opened when they come. */
function whenPainted(store: ReaderStore, run: () => void): () => void {
  if (store.get().painter) {
    run();
    return () => {};
  }
  const stop = store.subscribe(({ painter }) => {
    if (!painter) return;
    stop();
    run();
  });
  return stop;
}
