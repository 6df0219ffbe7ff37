'use client';

import { type RefObject, useId, useState } from 'react';
import type { CardPlace } from '@/components/crux/card-place';
import type { Card } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { RewordForm } from './reword-form';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  place: CardPlace;
  card: Card;
  tags: readonly Tag[];
  moderates: boolean;
}

/** The wording of a card, to be changed. What was typed stays, on the wording it was typed over, until it is saved. */
export function RewordDialog({ dialog, ...props }: Props) {
  const [held, setHeld] = useState<Card | null>(null);
  const card = held ?? props.card;
  const title = useId();
  return (
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
  );
}
