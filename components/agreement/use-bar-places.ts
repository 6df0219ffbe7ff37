import { useEffect, useState } from 'react';
import type { ArticleView } from '@/components/reader/article-view';
import type { TextRange } from '@/lib/core/anchoring/selectors';

/** Of a passage, CSS pixels from the document's beginning. */
export interface BarPlace {
  top: number;
  height: number;
  left: number;
}

/** Where passages stand beside the text, as long as it stands so: measured again whenever it is set anew. */
export function useBarPlaces(article: ArticleView | null, passages: readonly TextRange[]): BarPlace[] {
  const [places, setPlaces] = useState<BarPlace[]>([]);
  useEffect(() => {
    if (!article) return;
    const measure = () => setPlaces(placesOf(article, passages));
    // Tells of the first size, too.
    const resized = new ResizeObserver(measure);
    resized.observe(article.article);
    resized.observe(document.body);
    return () => resized.disconnect();
  }, [article, passages]);
  return places;
}

const gutter = 24;

/** Sentences that share a line have bars below each other. */
const least = 24;

function placesOf({ article, domRange }: ArticleView, passages: readonly TextRange[]): BarPlace[] {
  const left = Math.round(Math.max(0, article.getBoundingClientRect().left + scrollX - gutter));
  let free = 0;
  return passages.map((passage) => {
    const box = domRange(passage).getBoundingClientRect();
    const top = Math.max(Math.round(box.top + scrollY), free);
    const height = Math.max(least, Math.round(box.bottom + scrollY) - top);
    free = top + height;
    return { top, height, left };
  });
}
