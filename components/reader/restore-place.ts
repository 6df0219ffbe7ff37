/** Where somebody stopped: UTF-16 offset of the first visible character. */
export interface Place {
  offset: number;
  /** Version that the offset counts in. */
  number: number;
}

export const placeKey = (essay: string) => `cruxbook.place.${essay}`;

/**
 * Scrolls to where the reader stopped, unless the address names a place. It also runs as an inline script right after
 * the article, before anything is painted, so that the page never jumps: hence no imports, and every name inside.
 * `saved` is what the server remembers; without it, the browser's own memory under the article's `data-place` counts.
 */
export function restorePlace(article: HTMLElement, saved: { offset: number } | null): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isPlaced = location.hash !== '' || (navigation && navigation.type !== 'navigate');
  let offset = saved?.offset ?? 0;
  try {
    if (!saved) offset = Number(localStorage.getItem(article.dataset.place ?? '')) || 0;
  } catch {}
  if (!isPlaced && offset === 0) return;
  // Whoever begins elsewhere than at the top needs the true heights at once (article.css).
  article.dataset.whole = '';
  if (isPlaced) return;
  let block: HTMLElement | undefined;
  for (const one of article.querySelectorAll<HTMLElement>('[data-start]')) {
    if (Number(one.dataset.start) > offset) break;
    block = one;
  }
  if (!block) return;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  range.selectNode(block);
  for (let left = offset - Number(block.dataset.start); walker.nextNode(); ) {
    const text = walker.currentNode as Text;
    if (left < text.length) {
      range.setStart(text, left);
      range.setEnd(text, left + 1);
      break;
    }
    left -= text.length;
  }
  scrollTo({ top: range.getBoundingClientRect().top + scrollY - 72, behavior: 'instant' });
}
