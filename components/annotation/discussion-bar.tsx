'use client';

import { onDemand } from '@/components/reader/on-demand';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { scrollToPassage } from '@/components/reader/reveal';
import { Avatar } from '@/components/ui/avatar';
import { isFiltering, isUnread } from '@/lib/core/annotation/filter';
import { continueDraft, useDesk, useDeskState } from './desk';
import { Disclosure } from './disclosure';
import { focusNote } from './focus-note';

const FilterPanel = onDemand(async () => (await import('./filter-panel')).FilterPanel);

/** How much is said, what of it is shown, and who is here. */
export function DiscussionBar({ isList = false }: { isList?: boolean }) {
  const desk = useDesk();
  const store = useReaderStore();
  const annotations = useReader((state) => state.annotations);
  const marks = useReader((state) => state.marks);
  const filter = useReader((state) => state.filter);
  const shown = useReader((state) => store.ranges.visible(state).length);
  const order = useDeskState((state) => state.order);
  const viewer = store.reading.viewer?.id ?? null;
  const unread = [...annotations.values()].filter((one) => isUnread(one, marks, viewer)).length;
  if (annotations.size === 0) return null;
  return (
    <div className="notes-bar">
      <span>
        {isFiltering(filter) ? `${shown} of ${annotations.size}` : annotations.size}
        {annotations.size === 1 ? ' annotation' : ' annotations'}
        {unread > 0 && <b> · {unread} unread</b>}
      </span>
      <Readers />
      <button
        type="button"
        aria-pressed={order === 'time'}
        title={order === 'time' ? 'Sort by place' : 'Show as a list, newest first'}
        onClick={() => desk.patch({ order: order === 'time' ? 'place' : 'time' })}
      >
        {isList ? 'Newest first' : 'List'}
      </button>
      <Disclosure
        label="Filter"
        className={isFiltering(filter) ? 'active' : ''}
        face={isFiltering(filter) ? 'Filtered' : 'Filter'}
      >
        <FilterPanel />
      </Disclosure>
    </div>
  );
}

/** Others who read now; a press goes to where they are. */
function Readers() {
  const store = useReaderStore();
  const readers = useDeskState((state) => state.readers);
  if (readers.length === 0) return null;
  const go = (block: number) => {
    const { article } = store.get();
    const start = article?.starts[block];
    if (start !== undefined) scrollToPassage(store, { start, end: start + 1 });
  };
  return (
    <span
      className="notes-readers"
      role="group"
      aria-label={`Reading now: ${readers.map(({ name }) => name).join(', ')}`}
    >
      {readers.slice(0, 4).map(({ id, name, block }) => (
        <button
          key={id}
          type="button"
          title={`${name} is reading, at paragraph ${block + 1}`}
          aria-label={`Go to where ${name} reads`}
          onClick={() => go(block)}
        >
          <Avatar name={name} size={20} />
        </button>
      ))}
      {readers.length > 4 && `+${readers.length - 4}`}
    </span>
  );
}

/** What others wrote elsewhere in the text. */
export function NewsButton() {
  const desk = useDesk();
  const store = useReaderStore();
  const news = useDeskState((state) => state.news);
  if (news.length === 0) return null;
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

/** Said only when something is wrong with the line, or waits to be said. */
export function LineBar() {
  const desk = useDesk();
  const line = useDeskState((state) => state.line);
  const waiting = useDeskState((state) => state.unsaved.size);
  const open = useReader((state) => (state.focused ? state.annotations.get(state.focused)?.id : undefined));
  const all = useDeskState((state) => state.drafts);
  // An open note offers its own.
  const drafts = all.filter(({ annotation }) => annotation !== open);
  const draft = drafts[0];
  if (line === 'up' && !draft) return null;
  return (
    <p className="notes-line" role="status">
      {line === 'down' && 'Offline. '}
      {line === 'refused' && 'This essay is gone, or no longer yours to read. '}
      {line !== 'up' &&
        waiting > 0 &&
        `${waiting === 1 ? '1 change is' : `${waiting} changes are`} saved on this device. `}
      {draft && (
        <button type="button" onClick={() => continueDraft(desk, draft)}>
          {drafts.length === 1 ? 'Continue your draft' : `Continue one of ${drafts.length} drafts`}
        </button>
      )}
    </p>
  );
}
