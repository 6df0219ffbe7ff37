'use client';

import './annotation.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { CardColumn } from './card-column';
import { createDesk, type Desk, DeskContext, useDeskState } from './desk';
import { DiscussionBar, LineBar, NewsButton } from './discussion-bar';
import { discussionKeys } from './discussion-keys';
import { keepFilterInAddress } from './filter-in-address';
import { listen } from './live';
import { watchNews } from './news';
import { NotesState } from './notes-state';
import { hasKept } from './on-device';
import { followPermalinks } from './permalink';
import { showPresence } from './presence';
import { useIsPhone } from './use-is-phone';

const CardList = lazy(() => import('./card-list').then((room) => ({ default: room.CardList })));
const PhoneSheet = lazy(() => import('./phone-sheet').then((room) => ({ default: room.PhoneSheet })));
const SelectionToolbar = lazy(() =>
  import('./selection-toolbar').then((room) => ({ default: room.SelectionToolbar })),
);
const ToastMessage = lazy(() => import('./toast-message').then((room) => ({ default: room.ToastMessage })));
const Dialogs = lazy(() => import('./dialogs').then((room) => ({ default: room.Dialogs })));

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
      <aside className="reader-cards" aria-label="Annotations">
        {!isPhone && <Column />}
      </aside>
      {isPhone && (
        <Suspense fallback={null}>
          <PhoneSheet />
        </Suspense>
      )}
      <section aria-label="Annotation tools">
        <WhenNeeded />
        <NewsButton />
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
  const order = useDeskState((state) => state.order);
  return (
    <>
      <DiscussionBar />
      <NotesState />
      {order === 'place' ? (
        <CardColumn />
      ) : (
        <Suspense fallback={null}>
          <CardList />
        </Suspense>
      )}
    </>
  );
}

/** Those who only read fetch no tools. A selection under way does, so that they are there when it is done. */
function WhenNeeded() {
  const isNeeded = useReader((state) => state.draft !== null || state.selecting);
  const [wasNeeded, setNeeded] = useState(false);
  if (isNeeded && !wasNeeded) setNeeded(true);
  return (
    wasNeeded && (
      <Suspense fallback={null}>
        <SelectionToolbar />
      </Suspense>
    )
  );
}

function Said() {
  const toast = useDeskState((state) => state.toast);
  return (
    toast && (
      <Suspense fallback={null}>
        <ToastMessage toast={toast} />
      </Suspense>
    )
  );
}

function OpenDialog() {
  const dialog = useDeskState((state) => state.dialog);
  return (
    dialog && (
      <Suspense fallback={null}>
        <Dialogs dialog={dialog} />
      </Suspense>
    )
  );
}

function attend(desk: Desk): () => void {
  const stops = [
    desk.store.keys.add(discussionKeys(desk)),
    keepFilterInAddress(desk),
    listen(desk),
    watchNews(desk),
    showPresence(desk),
    followPermalinks(desk),
    whenReady(desk, async () => {
      if (hasKept()) (await import('./restore-unsent')).restoreUnsent(desk);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Once, as soon as the annotations are there. */
function whenReady({ store }: Desk, run: () => void): () => void {
  let isDone = false;
  const look = () => {
    if (isDone || store.get().status !== 'ready') return;
    isDone = true;
    run();
  };
  look();
  return store.subscribe(look);
}
