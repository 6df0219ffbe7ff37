'use client';

import { type ReactNode, useState } from 'react';
import { MergeDialog } from '@/components/crux/curation/merge-dialog';
import type { CardReference } from '@/lib/core/api/card-schemas';
import { mergesInto } from '@/lib/core/crux/merge-plan';
import { isOpenCard } from '@/lib/core/crux/open-card';
import type { BoardEntry } from './board-entry';

/** What merging a card means on the board. */
export interface Merges {
  /** The card that is being dragged can be merged with this one. */
  takes: boolean;
  /** Of this card with one to be chosen, or with the dragged one. */
  begin: (withDragged: boolean) => void;
}

interface Asked {
  group: string;
  isModerator: boolean;
  dragged: BoardEntry | null;
  onMerged: (from: CardReference, into: CardReference) => void;
}

/** Merges cards of the board, by menu, by key and by drag. */
export function useBoardMerges({ group, isModerator, dragged, onMerged }: Asked): {
  mergeDialog: ReactNode;
  mergesOf: (card: BoardEntry) => Merges | null;
} {
  const [merging, setMerging] = useState<{ card: BoardEntry; other?: BoardEntry } | null>(null);
  const mergeDialog = merging && (
    <MergeDialog
      group={group}
      {...merging}
      onClose={() => setMerging(null)}
      onMerged={({ from, into }) => {
        setMerging(null);
        onMerged(from, into);
      }}
    />
  );
  const mergesOf = (card: BoardEntry) =>
    isModerator && isOpenCard(card)
      ? {
          takes: dragged !== null && mergesInto(dragged, card),
          begin: (withDragged: boolean) =>
            setMerging(withDragged && dragged ? { card: dragged, other: card } : { card }),
        }
      : null;
  return { mergeDialog, mergesOf };
}
