import { indexed } from '@/lib/core/anchoring/interval-index';
import type { HighlightRange } from '@/lib/core/anchoring/segments';

/** Which of the ranges on show lie at an element of the article, such as the pointer is on; outermost first. */
export function rangesAt(element: Element, shown: readonly HighlightRange[]): HighlightRange[] {
  const mark = element.closest<HTMLElement>('mark.hl');
  const start = Number(mark?.dataset.s);
  return mark ? indexed(shown).touching(start, start + 1) : [];
}
