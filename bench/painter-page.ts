// Runs in the page: our painter, over marks that the HTML brought.
import { articleView } from '@/components/reader/article-view';
import { createPainter } from '@/components/reader/painter';
import type { ReaderStore } from '@/components/reader/reader-store';
import { watchPointer } from '@/components/reader/watch-pointer';
import { inReadingOrder } from '@/lib/core/anchoring/segments';
import { probe } from './painting-probe';

const { ranges } = window;
const article = articleView(document.querySelector<HTMLElement>('#essay')!);
const painter = createPainter(article, ranges);
watchPointer({ get: () => ({ article, painter, focused: null }) } as unknown as ReaderStore, () => {});
probe(ranges, {
  add: (range) => painter.paint([...ranges, range].sort(inReadingOrder)),
  remove: () => painter.paint(ranges),
  show: (some) => painter.paint(some),
  countAt: (x, y) => painter.rangesOf(document.elementFromPoint(x, y)!).length,
});
