'use client';

import { useRef, useState } from 'react';
import type { QueueItem } from '@/lib/core/api/moderation';

/** Which of the things that wait is shown, and which the next decision is about: those that are marked, else that one. */
export function useSelection(items: readonly QueueItem[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const hasMoved = useRef(false);
  const at = Math.max(
    items.findIndex(({ id }) => id === currentId),
    0,
  );
  const current = items[at];
  const chosen = items.filter(({ id }) => marked.has(id));
  const meant = chosen.length > 0 ? chosen : current ? [current] : [];

  function goTo(index: number) {
    hasMoved.current = true;
    setCurrentId(items[Math.min(Math.max(index, 0), items.length - 1)]?.id ?? null);
  }

  /** To the first of those that stay when what is meant goes. */
  function moveOn() {
    const stays = (item: QueueItem) => !meant.includes(item);
    hasMoved.current = true;
    setCurrentId((items.slice(at).find(stays) ?? items.findLast(stays))?.id ?? null);
    setMarked(new Set());
  }

  const toggle = (id: string) =>
    setMarked(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );

  return { at, current, marked, meant, goTo, moveOn, toggle, hasMoved };
}
