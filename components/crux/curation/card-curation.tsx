'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { UndoMessage } from '@/components/ui/undo-message';
import { useChange } from '@/components/use-change';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { mergeable } from '@/lib/core/crux/merge-plan';
import { MergeDialog } from './merge-dialog';
import { SplitDialog, type SplitOff, undoSplit } from './split-dialog';

interface Props {
  place: CardPlace;
  card: CardDetail;
  tags: readonly Tag[];
}

/** What moderators do with a card and others: merge it, and split one off. */
export function CardCuration({ place, card, tags }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const [made, setMade] = useState<SplitOff | null>(null);
  const { error, change } = useChange();
  if (!mergeable(card)) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button look="quiet" size="sm" onClick={() => setOpen('merge')}>
        Merge
      </Button>
      <Button look="quiet" size="sm" onClick={() => setOpen('split')}>
        Split
      </Button>
      {open === 'merge' && (
        <MergeDialog
          group={place.group}
          card={card}
          onClose={close}
          onMerged={({ from, into }) => {
            close();
            router.replace(`/g/${place.group}/cards/${into.number}?from=${from.number}` as Route);
          }}
        />
      )}
      {open === 'split' && (
        <SplitDialog
          place={place}
          card={card}
          tags={tags}
          onClose={close}
          onSplit={(split) => {
            close();
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
