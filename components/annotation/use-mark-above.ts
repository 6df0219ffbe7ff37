import { type RefObject, useEffect } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { BAR } from '@/components/reader/reading-place';

/** Between the passage and what is above or below it; CSS pixels. */
const GAP = 16;

/** Scrolls the passage of the open annotation out from under the sheet; of a long one its beginning stays in view. */
export function useMarkAbove(sheet: RefObject<HTMLElement | null>): void {
  const store = useReaderStore();
  const focused = useReader((state) => state.focused);
  useEffect(() => {
    const { annotations, article } = store.get();
    const annotation = annotations.get(focused ?? '');
    const range = annotation && store.ranges.of(annotation, store.get());
    if (!range || !article || !sheet.current) return;
    const mark = article.domRange(range).getBoundingClientRect();
    const covered = mark.bottom + GAP - sheet.current.getBoundingClientRect().top;
    const top = Math.min(covered, mark.top - BAR - GAP);
    if (top > 0) scrollBy({ top, behavior: 'instant' });
  }, [store, sheet, focused]);
}
