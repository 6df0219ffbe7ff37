import { useId, useState } from 'react';
import { useDesk } from '@/components/annotation/desk';
import { CardSearch } from '@/components/crux/card-search';
import type { CardReference } from '@/lib/core/api/card-schemas';
import { LinkToCard } from './link-to-card';

/** Finds a card that says the same in words which no machine would call alike. */
export function OtherCard({ note }: { note: string }) {
  const { group } = useDesk().store.reading;
  const [card, setCard] = useState<CardReference | null>(null);
  const named = useId();
  return (
    <details className="text-sm">
      <summary className="min-h-8 w-fit rounded-md py-1 text-ink-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-2.5">
        Link it to another card
      </summary>
      <div className="grid gap-3 pt-2">
        <CardSearch group={group.slug} chosen={card?.id ?? null} onChoose={setCard} />
        {card && (
          <div className="flex flex-wrap items-center justify-end gap-3">
            <span id={named} className="sr-only">
              {card.statement}
            </span>
            <LinkToCard key={card.id} note={note} card={card} named={named} />
          </div>
        )}
      </div>
    </details>
  );
}
