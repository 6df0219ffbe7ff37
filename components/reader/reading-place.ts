import type { ArticleView } from './article-view';
import type { ReaderStore } from './reader-store';
import { type Place, placeKey } from './restore-place';
import { saveReading } from './save-reading';

/** Height of the bar at the top, in CSS pixels. */
export const BAR = 48;
/** Share of the window's height above which a heading has been reached. */
const REACHED = 0.2;
/** Quiet time after the last scroll until a place is worth remembering. */
const SETTLED = 1_500;

/** Where in the text the upper edge of the window is. */
export interface ReadingPlace {
  /** Index of the first textblock that is at least partly in view. */
  block: number;
  /** Index of the textblock that is being read, a little below that. */
  reading: number;
  /** Share of the text above the window and in it, 0..1. */
  from: number;
  to: number;
}

/** Follows the scrolling, once a frame, and tells those who listen. */
export function readingPlace() {
  let place: ReadingPlace = { block: 0, reading: 0, from: 0, to: 0 };
  const listeners = new Set<() => void>();
  return {
    get: () => place,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    move(next: ReadingPlace) {
      if ((Object.keys(next) as (keyof ReadingPlace)[]).every((key) => next[key] === place[key])) return;
      place = next;
      for (const listener of listeners) listener();
    },
  };
}

/** Measures the place at each scroll, and remembers it when the page has come to rest. Returns how to stop. */
export function watchPlace(store: ReaderStore): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let moved = false;
  const measure = () => {
    frame = 0;
    const { article } = store.get();
    if (article) store.place.move(placeIn(article));
  };
  const keep = () => {
    clearTimeout(rest);
    const { article } = store.get();
    if (!moved || !article) return;
    moved = false;
    remember(store, { offset: topOffset(article), number: store.reading.essay.number });
  };
  const scrolled = () => {
    frame ||= requestAnimationFrame(measure);
    moved = true;
    clearTimeout(rest);
    rest = setTimeout(keep, SETTLED);
  };
  const hide = () => document.visibilityState === 'hidden' && keep();
  measure();
  const stopListening = store.subscribe((state, before) => state.article !== before.article && measure());
  addEventListener('scroll', scrolled, { passive: true });
  addEventListener('resize', measure);
  document.addEventListener('visibilitychange', hide);
  return () => {
    keep();
    stopListening();
    cancelAnimationFrame(frame);
    removeEventListener('scroll', scrolled);
    removeEventListener('resize', measure);
    document.removeEventListener('visibilitychange', hide);
  };
}

function placeIn({ blocks, starts, text }: ArticleView): ReadingPlace {
  const firstBelow = (y: number) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.getBoundingClientRect().bottom > y) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const share = (y: number, index: number) => {
    const block = blocks[index];
    if (!block) return 1;
    const { top, height } = block.getBoundingClientRect();
    const length = (starts[index + 1] ?? text.length) - starts[index]!;
    return (starts[index]! + Math.min(1, Math.max(0, (y - top) / height)) * length) / text.length;
  };
  const first = firstBelow(BAR);
  const reading = Math.max(first, firstBelow(innerHeight * REACHED));
  return { block: first, reading, from: share(BAR, first), to: share(innerHeight, firstBelow(innerHeight)) };
}

/** UTF-16 offset of the first character in view. */
function topOffset({ article, starts, offsetFromPoint, blocks }: ArticleView): number {
  if (scrollY < BAR) return 0;
  const { left, width } = article.getBoundingClientRect();
  const y = BAR + 16;
  const isRtl = getComputedStyle(article).direction === 'rtl';
  const found = offsetFromPoint(isRtl ? left + width - 2 : left + 2, y);
  if (found !== null) return found;
  const next = blocks.findIndex((block) => block.getBoundingClientRect().bottom > y);
  return next < 0 ? (starts.at(-1) ?? 0) : starts[next]!;
}

function remember({ reading }: ReaderStore, place: Place): void {
  if (reading.viewer) saveReading(reading, place);
  else
    try {
      localStorage.setItem(placeKey(reading.essay.id), `${place.offset}`);
    } catch {
      // Storage may be forbidden; then nothing is remembered.
    }
}
