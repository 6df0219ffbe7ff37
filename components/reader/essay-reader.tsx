'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { ReaderContext, readerStore } from './reader-store';
import type { Reading } from './reading';

interface Props {
  reading: Reading;
  /** The page as the server made it, with the article in it. */
  children: ReactNode;
}

/** The one client root of the reading page: holds the state, listens to the keyboard, and shows what needs script. */
export function EssayReader({ reading, children }: Props) {
  const [store] = useState(() => readerStore(reading));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      const pressed = store.keys.press(event, store.get().settings.shortcuts ?? true);
      if (pressed) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [store]);
  return <ReaderContext value={store}>{children}</ReaderContext>;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}
