import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { scrollToPassage } from '@/components/reader/reveal';
import { UnreadCount } from '@/components/ui/unread-count';
import { unreadCount } from '@/lib/core/annotation/filter';
import { useDesk, useDeskState } from './desk';
import { focusNote } from './focus-note';

/**
 * Leads to what others wrote meanwhile, elsewhere in the text, where nobody knows what the reader has read: as a
 * visitor, or for the first time. For everybody else the bar above the notes counts and leads.
 */
export function NewsButton() {
  const desk = useDesk();
  const store = useReaderStore();
  const news = useDeskState((state) => state.news);
  const { viewer } = store.reading;
  const unread = useReader(({ annotations, marks }) =>
    unreadCount(annotations.values(), { viewer: viewer?.id ?? null, marks }),
  );
  const next = () => {
    const id = news[0]!;
    const annotation = desk.annotation(id);
    const range = annotation && store.ranges.of(annotation, store.get());
    if (range) scrollToPassage(store, range);
    desk.patch({ news: news.slice(1) });
    store.focus(id);
    focusNote(id);
  };
  if (unread > 0) return null;
  return (
    <button type="button" className="notes-news" onClick={next}>
      <UnreadCount count={news.length} />
    </button>
  );
}
