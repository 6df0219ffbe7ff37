'use client';

import './annotation.css';
import { useEffect, useState } from 'react';
import { loadCards } from '@/components/passage-cards/load-cards';
import { onDemand } from '@/components/reader/on-demand';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { whenReady } from '@/components/reader/when-ready';
import { isFiltering } from '@/lib/core/annotation/filter';
import { createDesk, type Desk, DeskContext, useDesk, useDeskState } from './desk';
import { DiscussionBar, LineBar } from './discussion-bar';
import { followPermalinks } from './follow-permalinks';
import { listen } from './live';
import { NoteColumn } from './note-column';
import { NotesState } from './notes-state';
import { hasKept } from './on-device';
import { onceNeeded } from './once-needed';
import { showPresence } from './presence';
import { useIsPhone } from './use-is-phone';

const NoteList = onDemand(async () => (await import('./note-list')).NoteList);
const PhoneSheet = onDemand(async () => (await import('./phone-sheet')).PhoneSheet);
const SelectionToolbar = onDemand(async () => (await import('./selection-toolbar')).SelectionToolbar);
const NewsButton = onDemand(async () => (await import('./news-button')).NewsButton, {
  otherwise: () => null,
});
const ReaderTicks = onDemand(async () => (await import('./reader-ticks')).ReaderTicks, {
  otherwise: () => null,
});
const Dialogs = onDemand(async () => (await import('./dialogs')).Dialogs, {
  Leave() {
    const desk = useDesk();
    return (
      <button type="button" onClick={() => desk.patch({ dialog: null })}>
        Close
      </button>
    );
  },
});
const ToastMessage = onDemand(async () => (await import('./toast-message')).ToastMessage, {
  otherwise: ({ toast }) => <p className="toast">{toast.message}</p>,
});

/** Everything that is said about the essay, and the tools to say it. */
export function AnnotationLayer() {
  const store = useReaderStore();
  const [desk] = useState(() => createDesk(store));
  const article = useReader((state) => state.article);
  const isPhone = useIsPhone();
  useEffect(() => {
    if (article) return attend(desk);
  }, [desk, article]);
  return (
    <DeskContext value={desk}>
      <aside className="reader-notes" aria-label="Annotations">
        {!isPhone && <Column />}
      </aside>
      {isPhone && <PhoneSheet />}
      <section aria-label="Annotation tools">
        <WhenNeeded />
        <FromOthers />
        <LineBar />
        <div role="status">
          <Said />
        </div>
      </section>
      <OpenDialog />
    </DeskContext>
  );
}

function Column() {
  const isList = useDeskState((state) => state.isList);
  return (
    <>
      <DiscussionBar hasColumn />
      <NotesState />
      {isList ? <NoteList /> : <NoteColumn />}
    </>
  );
}

/** Those who only read fetch no tools. A selection under way does, so that they are there when it is done. */
function WhenNeeded() {
  const isNeeded = useReader((state) => state.draft !== null || state.selecting);
  const [wasNeeded, setNeeded] = useState(false);
  if (isNeeded && !wasNeeded) setNeeded(true);
  return wasNeeded && <SelectionToolbar />;
}

function FromOthers() {
  const hasNews = useDeskState((state) => state.news.length > 0);
  const hasReaders = useDeskState((state) => state.readers.length > 0);
  return (
    <>
      {hasNews && <NewsButton />}
      {hasReaders && <ReaderTicks />}
    </>
  );
}

function Said() {
  const toast = useDeskState((state) => state.toast);
  return toast && <ToastMessage toast={toast} />;
}

function OpenDialog() {
  const dialog = useDeskState((state) => state.dialog);
  return dialog && <Dialogs dialog={dialog} />;
}

/** The address says what to show, or should. */
const isFiltered = ({ get, store }: Desk): boolean =>
  location.search !== '' || isFiltering(store.get().filter) || get().isList || get().order !== 'place';

const hasNews = ({ get, store }: Desk): boolean => store.get().focused !== null || get().news.length > 0;

function attend(desk: Desk): () => void {
  const stops = [
    desk.store.keys.add(async () => (await import('./discussion-keys')).discussionKeys(desk)),
    onceNeeded(
      desk,
      () => isFiltered(desk),
      async () => (await import('./filter-in-address')).keepFilterInAddress(desk),
    ),
    listen(desk),
    onceNeeded(
      desk,
      () => hasNews(desk),
      async () => (await import('./news')).watchNews(desk),
    ),
    showPresence(desk),
    followPermalinks(desk),
    whenReady(desk.store, async () => {
      void loadCards(desk);
      if (desk.store.reading.hasDecisions)
        (await import('@/components/adjudication/decided-line')).loadDecisions(desk);
      if (hasKept()) (await import('./restore-unsent')).restoreUnsent(desk);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
