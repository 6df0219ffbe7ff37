'use client';

import { useId, useRef, useState } from 'react';
import type { CardPlace } from '@/components/crux/card-place';
import { Button } from '@/components/ui/button';
import type { Card } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { RewordForm } from './reword-form';

interface Props {
  place: CardPlace;
  card: Card;
  tags: readonly Tag[];
  moderates: boolean;
}

/** Opens the wording of a card. What was typed stays, on the wording it was typed over, until it is saved. */
export function RewordDialog(props: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [held, setHeld] = useState<Card | null>(null);
  const card = held ?? props.card;
  const title = useId();
  return (
    <>
      <Button look="outline" size="sm" onClick={() => dialog.current?.showModal()}>
        Reword
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto max-h-[calc(100dvh-2rem)] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-rule bg-raised p-6 text-ink shadow-raised backdrop:bg-black/40"
      >
        <h2 id={title} className="mb-4 text-xl">
          Reword the card
        </h2>
        <RewordForm
          key={card.version}
          {...props}
          card={card}
          onType={() => setHeld(card)}
          onCancel={() => dialog.current?.close()}
          onSaved={() => {
            dialog.current?.close();
            setHeld(null);
          }}
        />
      </dialog>
    </>
  );
}
