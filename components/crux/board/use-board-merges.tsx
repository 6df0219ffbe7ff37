'use client';

import { type ReactNode, useState } from 'react';
import { MergeDialog } from '@/components/crux/curation/merge-dialog';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { ListedCard } from '@/lib/core/api/cards';
import { mergesInto } from '@/lib/core/crux/merge-plan';
import { isOpenCard } from '@/lib/core/crux/open-card';

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
  dragged: ListedCard | null;
  onMerged: (from: CardReference, into: CardReference) => void;
}

/** Merges cards of the board, by menu, by key and by drag. */
export function useBoardMerges({ group, isModerator, dragged, onMerged }: Asked): {
  mergeDialog: ReactNode;
  mergesOf: (card: ListedCard) => Merges | null;
} {
  const [merging, setMerging] = useState<{ card: ListedCard; other?: ListedCard } | null>(null);
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
  const mergesOf = (card: ListedCard) =>
    isModerator && isOpenCard(card)
      ? {
          takes: dragged !== null && mergesInto(dragged, card),
          begin: (withDragged: boolean) =>
            setMerging(withDragged && dragged ? { card: dragged, other: card } : { card }),
        }
      : null;
  return { mergeDialog, mergesOf };
}
