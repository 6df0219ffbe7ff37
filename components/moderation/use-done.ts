import { useRef, useState } from 'react';
import { ApiError } from '@/components/api-client';
import { useSaid } from '@/components/ui/said-message';
import type { QueueItem } from '@/lib/core/api/moderation';

/** Something that was done, and how to take it back. */
export interface Done {
  items: readonly QueueItem[];
  /** That it was. */
  words: string;
  undo: () => Promise<unknown>;
}

/** It cannot be taken back any more: something followed it. */
export const wasFollowed = (refusal: unknown): boolean =>
  refusal instanceof ApiError && [404, 409].includes(refusal.status);

/** What was done here and can be taken back, and what is said of it. */
export function useDone() {
  // Whoever's turn it is sees what the turns before it left, not what was there when it was asked for.
  const done = useRef<readonly Done[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const { said, sayDone, sayTakenBack, hush } = useSaid();

  function keep(those: readonly Done[]) {
    done.current = those;
    setCanUndo(those.length > 0);
  }
  const last = () => done.current.at(-1);
  const drop = (one: Done) => keep(done.current.filter((other) => other !== one));

  return {
    canUndo,
    said,
    last,
    remember(one: Done) {
      sayDone(one.words);
      keep([...done.current, one]);
    },
    /** Throws what it is refused with. What may go well another time stays, and its message comes again. */
    async takeBack(one: Done): Promise<void> {
      hush();
      try {
        await one.undo();
        drop(one);
        sayTakenBack(one.words);
      } catch (refusal) {
        if (wasFollowed(refusal)) drop(one);
        const standing = last();
        if (standing) sayDone(standing.words);
        throw refusal;
      }
    },
    /** The way back is no longer offered. */
    forget() {
      hush();
      keep([]);
    },
  };
}
