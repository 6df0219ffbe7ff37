'use client';

import { useEffect } from 'react';
import { pauseBeforeReconnect } from './pause-before-reconnect';
import { showUnread } from './show-unread';

/** Told to the window, with the group's id, when what waits for its moderators is no longer as it was. */
export const queueMoved = 'queue-moved';

/** Keeps the number at the bell true while somebody looks at the page. */
export function WatchInbox() {
  useEffect(() => {
    let failures = 0;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
    };
    const open = () => {
      if (source || document.visibilityState === 'hidden') return;
      source = new EventSource('/api/v1/me/events');
      source.addEventListener('inbox', ({ data }) => {
        failures = 0;
        showUnread(JSON.parse(data).unread);
      });
      source.addEventListener('queue', ({ data }) =>
        dispatchEvent(new CustomEvent(queueMoved, { detail: JSON.parse(data).group })),
      );
      source.onerror = () => {
        close();
        timer = setTimeout(open, pauseBeforeReconnect(++failures, Math.random()));
      };
    };
    const look = () => (document.visibilityState === 'visible' ? open() : close());
    open();
    document.addEventListener('visibilitychange', look);
    return () => {
      close();
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return null;
}
