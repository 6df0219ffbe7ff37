// Runs in the page: our painter, over marks that the HTML brought.
import { articleView } from '@/components/reader/article-view';
import { createPainter } from '@/components/reader/painter';
import { rangesAt } from '@/components/reader/ranges-at';
import type { ReaderStore } from '@/components/reader/reader-store';
import { watchPointer } from '@/components/reader/watch-pointer';
import { type HighlightRange, inReadingOrder } from '@/lib/core/anchoring/segments';
import { probe } from './painting-probe';

const { ranges } = window;
const article = articleView(document.querySelector<HTMLElement>('#essay')!);
const painter = createPainter(article, ranges);
let shown: readonly HighlightRange[] = ranges;
const show = (next: readonly HighlightRange[]) => {
  shown = next;
  painter.paint(next);
};
const store = { get: () => ({ article, focused: null }), ranges: { visible: () => shown } };
watchPointer(store as unknown as ReaderStore, () => {});
probe(ranges, {
  add: (range) => show([...ranges, range].sort(inReadingOrder)),
  remove: () => show(ranges),
  show,
  countAt: (x, y) => rangesAt(document.elementFromPoint(x, y)!, shown).length,
});
