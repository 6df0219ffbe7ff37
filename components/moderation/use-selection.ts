'use client';

import { useRef, useState } from 'react';
import type { QueueItem } from '@/lib/core/api/moderation';

/** Which of the things that wait is shown, and which the next decision is about: those that are marked, else that one. */
export function useSelection(items: readonly QueueItem[]) {
  /** Ids; the first that is there is shown. */
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const hasMoved = useRef(false);
  const found = wanted.find((wish) => items.some(({ id }) => id === wish));
  const at = Math.max(
    items.findIndex(({ id }) => id === found),
    0,
  );
  const current = items[at];
  const chosen = items.filter(({ id }) => marked.has(id));
  const meant = chosen.length > 0 ? chosen : current ? [current] : [];

  function show(...shown: readonly (QueueItem | undefined)[]) {
    hasMoved.current = true;
    setWanted(shown.flatMap((item) => item?.id ?? []));
  }

  const goTo = (index: number) => show(items[Math.min(Math.max(index, 0), items.length - 1)]);

  /** To one that is on its way back, as soon as it is there; until then, and unless somebody moves, all stays. */
  function awaitBack(item: QueueItem | undefined) {
    hasMoved.current = true;
    setWanted((before) => (item ? [item.id, ...before] : before));
  }

  /** To the first of those that stay when what is meant goes. */
  function moveOn() {
    const stays = (item: QueueItem) => !meant.includes(item);
    show(items.slice(at).find(stays) ?? items.findLast(stays));
    setMarked(new Set());
  }

  const toggle = (id: string) =>
    setMarked(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );

  return { at, current, marked, meant, goTo, awaitBack, moveOn, toggle, hasMoved };
}
