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

const gutter = 22;

function placesOf({ article, domRange }: ArticleView, passages: readonly TextRange[]): BarPlace[] {
  const left = Math.max(0, article.getBoundingClientRect().left + scrollX - gutter);
  return passages.map((passage) => {
    const { top, height } = domRange(passage).getBoundingClientRect();
    return { top: Math.round(top + scrollY), height: Math.round(height), left: Math.round(left) };
  });
}
