import type { ReaderStore } from './reader-store';

/**
 * Opens footnotes where they are referred to, by click, tap or Enter. Without script the references are plain links,
 * and with a modifier key they stay so. Returns how to stop.
 */
export function watchFootnotes(store: ReaderStore): () => void {
  const article = store.get().article?.article;
  if (!article) return () => {};
  const click = async (event: MouseEvent) => {
    const reference = (event.target as Element).closest<HTMLAnchorElement>('a.fnref');
    const id = decodeURIComponent(reference?.hash.slice(1) ?? '');
    const text = reference && document.getElementById(id)?.querySelector('.fntext');
    if (!text || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { showFootnote } = await import('./footnote');
    showFootnote(reference, text);
  };
  article.addEventListener('click', click);
  return () => article.removeEventListener('click', click);
}
