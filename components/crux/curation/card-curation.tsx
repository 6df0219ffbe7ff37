'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CardPlace } from '@/components/crux/card-place';
import { Refusal } from '@/components/ui/refusal';
import { UndoMessage } from '@/components/ui/undo-message';
import { useChange } from '@/components/use-change';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { MergeDialog } from './merge-dialog';
import { SplitDialog, type SplitOff, undoSplit } from './split-dialog';

interface Props {
  place: CardPlace;
  card: CardDetail;
  tags: readonly Tag[];
  /** What is being asked. */
  open: 'merge' | 'split' | null;
  onClose: () => void;
}

/** What moderators do with a card and others: merge it, and split one off. */
export function CardCuration({ place, card, tags, open, onClose }: Props) {
  const router = useRouter();
  const [made, setMade] = useState<SplitOff | null>(null);
  const { error, change } = useChange();
  return (
    <>
      {open === 'merge' && (
        <MergeDialog
          group={place.group}
          card={card}
          onClose={onClose}
          onMerged={({ from, into }) => {
            onClose();
            router.replace(`/g/${place.group}/cards/${into.number}?from=${from.number}` as Route);
          }}
        />
      )}
      {open === 'split' && (
        <SplitDialog
          place={place}
          card={card}
          tags={tags}
          onClose={onClose}
          onSplit={(split) => {
            onClose();
            setMade(split);
          }}
        />
      )}
      {made && (
        <UndoMessage
          onEnd={() => setMade(null)}
          onUndo={() => {
            setMade(null);
            void change(() => undoSplit(place, made));
          }}
        >
          Card {made.number} was split off.{' '}
          <a href={`/g/${place.group}/cards/${made.number}`} className="font-semibold underline">
            Open it
          </a>
        </UndoMessage>
      )}
      <Refusal error={error} />
    </>
  );
}
