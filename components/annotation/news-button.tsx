import { useReaderStore } from '@/components/reader/reader-store';
import { scrollToPassage } from '@/components/reader/reveal';
import { useDesk, useDeskState } from './desk';
import { focusNote } from './focus-note';

/** What others wrote elsewhere in the text. */
export function NewsButton() {
  const desk = useDesk();
  const store = useReaderStore();
  const news = useDeskState((state) => state.news);
  const next = () => {
    const id = news[0]!;
    const annotation = desk.annotation(id);
    const range = annotation && store.ranges.of(annotation, store.get());
    if (range) scrollToPassage(store, range);
    desk.patch({ news: news.slice(1) });
    store.focus(id);
    focusNote(id);
  };
  return (
    <button type="button" className="notes-news" onClick={next}>
      {news.length} new
    </button>
  );
}
