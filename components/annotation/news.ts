import { announce } from '@/components/reader/announce';
import { saveReading } from '@/components/reader/save-reading';
import type { AnnotationEvent } from '@/lib/core/annotation/annotation';
import { lastByOthers } from '@/lib/core/annotation/filter';
import type { Desk } from './desk';

/** Screen readers hear of what is new at most this often, in milliseconds. */
const QUIET = 10_000;

const never = '1970-01-01T00:00:00Z';

let untold = 0;
let lastTold = 0;

/** Counts what others wrote out of sight; nothing moves and nothing is interrupted. */
export function noteNews(desk: Desk, { id, actor, change, annotation }: AnnotationEvent): void {
  const { news } = desk.get();
  if (!annotation) {
    desk.patch({ news: news.filter((one) => one !== id) });
    return;
  }
  if (actor === desk.store.reading.viewer?.id || (change !== 'created' && change !== 'replied')) return;
  if (!isInView(desk, id) && !news.includes(id)) desk.patch({ news: [...news, id] });
  untold++;
  if (untold > 1) return;
  setTimeout(
    () => {
      announce(untold === 1 ? '1 new annotation or reply' : `${untold} new annotations or replies`);
      untold = 0;
      lastTold = Date.now();
    },
    Math.max(0, lastTold + QUIET - Date.now()),
  );
}

function isInView(desk: Desk, id: string): boolean {
  const { article } = desk.store.get();
  const annotation = desk.annotation(id);
  const range = annotation && desk.store.ranges.of(annotation, desk.store.get());
  if (!article || !range) return false;
  const { top, bottom } = article
    .domRange({ start: range.start, end: range.start + 1 })
    .getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** What has come into view is no news, and an open thread is a read one. Returns how to stop watching. */
export function watchNews(desk: Desk): () => void {
  const { store } = desk;
  const look = () => {
    const { news } = desk.get();
    const unseen = news.filter((id) => id !== store.get().focused && !isInView(desk, id));
    if (unseen.length < news.length) desk.patch({ news: unseen });
  };
  const read = () => {
    const { focused, marks } = store.get();
    const annotation = focused === null ? null : desk.annotation(focused);
    const viewer = store.reading.viewer?.id ?? null;
    if (!annotation || !marks || !document.hasFocus()) return;
    // Also what was there before a first visit: the inbox may still call it unread.
    if (lastByOthers(annotation, viewer) > Date.parse(marks.threads[annotation.id] ?? never))
      markRead(desk, annotation.id);
  };
  look();
  read();
  const stops = [
    store.place.subscribe(look),
    store.subscribe(() => {
      look();
      read();
    }),
  ];
  addEventListener('focus', read);
  return () => {
    removeEventListener('focus', read);
    for (const stop of stops) stop();
  };
}

function markRead({ store }: Desk, id: string): void {
  const { marks } = store.get();
  if (!marks) return;
  // The server's clock may be ahead of this one.
  const read = [new Date().toISOString(), store.get().annotations.get(id)?.active ?? ''].sort().at(-1)!;
  store.marksRead({ ...marks, threads: { ...marks.threads, [id]: read } });
  saveReading(store.reading, { threads: [id] });
}

export function markAllRead({ store }: Desk): void {
  store.marksRead({ readAt: new Date().toISOString(), threads: {} });
  saveReading(store.reading, { all: true });
}
