'use client';

import './annotation.css';
import { useEffect, useState } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { CardColumn } from './card-column';
import { createDesk, type Desk, DeskContext } from './desk';
import { discussionKeys } from './discussion-keys';
import { SelectionToolbar } from './selection-toolbar';
import { ToastMessage } from './toast-message';

/** Everything that is said about the essay, and the tools to say it. */
export function AnnotationLayer() {
  const store = useReaderStore();
  const [desk] = useState(() => createDesk(store));
  const article = useReader((state) => state.article);
  useEffect(() => {
    if (article) return attend(desk);
  }, [desk, article]);
  return (
    <DeskContext value={desk}>
      <aside className="reader-cards" aria-label="Annotations">
        <CardColumn />
      </aside>
      <SelectionToolbar />
      <ToastMessage />
    </DeskContext>
  );
}

function attend(desk: Desk): () => void {
  const stops = [desk.store.keys.add(discussionKeys(desk))];
  return () => {
    for (const stop of stops) stop();
  };
}
