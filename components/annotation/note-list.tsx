import { useState } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { scrollToPassage } from '@/components/reader/reveal';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { inOrder } from '@/lib/core/annotation/order';
import { useDesk, useDeskState } from './desk';
import { Note } from './note';

/** Notes come in portions: a thousand at once are slow to lay out. */
const PORTION = 50;

/** All annotations on show, one below the other: as in the text, or newest first. */
export function NoteList() {
  const store = useReaderStore();
  const order = useDeskState((state) => state.order);
  const annotations = useReader((state) => state.annotations);
  const ranges = useReader((state) => store.ranges.visible(state));
  const [count, setCount] = useState(PORTION);
  const starts = new Map(ranges.map(({ id, start }) => [id, start]));
  const visible = [...annotations.values()].filter(({ id }) => starts.has(id));
  const sorted = inOrder(visible, order, ({ id }) => starts.get(id) ?? null);
  if (order === 'time') sorted.reverse();
  return (
    <>
      <NoteOrder />
      <ol className="notes-list">
        {sorted.slice(0, count).map((annotation) => (
          <li
            key={annotation.id}
            onClickCapture={() => {
              const range = store.ranges.of(annotation, store.get());
              if (range && store.get().focused !== annotation.id) scrollToPassage(store, range);
            }}
          >
            <button type="button" className="note-quote" onClick={() => store.focus(annotation.id)}>
              <span dir="auto">{quoteOf(annotation) ?? 'A passage'}</span>
            </button>
            <Note annotation={annotation} />
          </li>
        ))}
        {sorted.length > count && (
          <li>
            <button type="button" onClick={() => setCount(count + PORTION)}>
              Show more
            </button>
          </li>
        )}
      </ol>
    </>
  );
}

function NoteOrder() {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  return (
    <div className="notes-order" role="group" aria-label="Order">
      <button type="button" aria-pressed={order === 'place'} onClick={() => desk.patch({ order: 'place' })}>
        As in the text
      </button>
      <button type="button" aria-pressed={order === 'time'} onClick={() => desk.patch({ order: 'time' })}>
        Newest first
      </button>
    </div>
  );
}
