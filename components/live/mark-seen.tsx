'use client';

import { useEffect } from 'react';
import { api } from '@/components/api-client';
import { showUnread, unreadChanged } from './show-unread';

/**
 * Whoever has the page of a card or a round before them has read what the inbox says of it, also what it says while they
 * look. `thread` is the id of that. Asks nothing while nothing is unread.
 */
export function MarkSeen({ thread }: { thread: string }) {
  useEffect(() => {
    let unread = 0;
    let isDue = document.documentElement.style.getPropertyValue('--unread') !== '';
    const mark = async () => {
      if (!isDue || !document.hasFocus()) return;
      isDue = false;
      const answer = await api('PATCH /me/inbox', { body: { read: true, thread } }).catch(() => null);
      isDue ||= answer === null;
      if (!answer) return;
      unread = answer.unread;
      if (answer.changed.length > 0) showUnread(unread);
    };
    const tell = (event: Event) => {
      const { detail } = event as CustomEvent<number>;
      if (detail > unread) isDue = true;
      unread = detail;
      void mark();
    };
    void mark();
    const leaving = new AbortController();
    addEventListener(unreadChanged, tell, leaving);
    addEventListener('focus', mark, leaving);
    return () => leaving.abort();
  }, [thread]);
  return null;
}
