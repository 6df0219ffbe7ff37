'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { showUnread, unreadChanged } from '@/components/live/show-unread';
import { useRequest } from '@/components/use-request';
import type { InboxEntry } from '@/lib/core/api/inbox';

type Marks = ReadonlyMap<string, boolean>;

/** The entries of the page as they are marked here, and the way to mark them; what comes meanwhile is shown too. */
export function useInbox(listed: readonly InboxEntry[]) {
  const router = useRouter();
  const { error, run } = useRequest();
  const [marks, setMarks] = useState<Marks>(new Map());
  // What was marked here stays in sight, also where the page lists only what is unread.
  const [touched, setTouched] = useState<readonly InboxEntry[]>([]);
  const [undoable, setUndoable] = useState<readonly string[] | null>(null);

  useEffect(() => {
    const refresh = () => router.refresh();
    addEventListener(unreadChanged, refresh);
    return () => removeEventListener(unreadChanged, refresh);
  }, [router]);

  const known = new Set(listed.map(({ id }) => id));
  const entries = [...listed, ...touched.filter(({ id }) => !known.has(id))]
    .map((entry) => ({ ...entry, isRead: marks.get(entry.id) ?? entry.read !== null }))
    .sort((a, b) => b.created.localeCompare(a.created) || b.id.localeCompare(a.id));

  const put = (ids: readonly string[], read: boolean) =>
    setMarks((before) => new Map([...before, ...ids.map((id) => [id, read] as const)]));

  async function mark(ids: readonly string[] | null, read: boolean): Promise<readonly string[]> {
    const chosen = entries.filter(({ id, isRead }) => isRead !== read && (ids === null || ids.includes(id)));
    put(
      chosen.map(({ id }) => id),
      read,
    );
    setTouched((before) => [...before.filter((one) => !chosen.some(({ id }) => id === one.id)), ...chosen]);
    const body = { read, ...(ids && { ids: [...ids] }) };
    const answer = await run(() => api('PATCH /me/inbox', { body, keepalive: true }));
    if (answer) showUnread(answer.unread);
    else
      put(
        chosen.map(({ id }) => id),
        !read,
      );
    return answer?.changed ?? [];
  }

  async function markAll() {
    const changed = await mark(null, true);
    if (changed.length > 0) setUndoable(changed);
  }

  async function undo() {
    const ids = undoable;
    setUndoable(null);
    if (ids) await mark(ids, false);
  }

  return { entries, error, mark, markAll, undoable, undo, forget: () => setUndoable(null) };
}

export type ShownEntry = ReturnType<typeof useInbox>['entries'][number];
