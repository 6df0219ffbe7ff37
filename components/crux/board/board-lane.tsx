'use client';

import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Shown before somebody asks for all: a page with thousands of cards answers slowly. */
const first = 40;

interface Props {
  name: string;
  hint: string;
  cards: ReactNode[];
  /** Whether the card that is being dragged may be dropped here; null while none is. */
  takes: boolean | null;
  onDrop: () => void;
  /** On the phone one column stands alone. */
  isShown: boolean;
}

/** One column of the board, as a list. */
export function BoardLane({ name, hint, cards, takes, onDrop, isShown }: Props) {
  const title = useId();
  const [isWhole, setWhole] = useState(false);
  const [isOver, setOver] = useState(false);
  const shown = isWhole ? cards : cards.slice(0, first);

  function onDragOver(event: DragEvent) {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  }

  return (
    <section
      aria-labelledby={title}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
      className={`min-w-0 content-start gap-2 rounded-lg bg-surface p-2 sm:grid ${cards.length > 0 ? 'sm:w-72' : 'sm:w-44'} sm:shrink-0 sm:snap-start xl:w-auto ${isShown ? 'grid' : 'hidden'} ${takes === false ? 'opacity-60' : ''} ${takes ? 'outline-2 outline-accent outline-dashed' : ''} ${takes && isOver ? 'bg-accent-soft' : ''}`}
    >
      <h2 id={title} className="flex items-baseline gap-2 px-1 pt-1 font-semibold font-ui text-sm">
        {name} <span className="font-normal text-ink-3">{cards.length}</span>
      </h2>
      {cards.length === 0 && <p className="px-1 pb-2 text-ink-3 text-sm">{hint}</p>}
      {cards.length > 0 && <ul className="grid gap-2">{shown}</ul>}
      {shown.length < cards.length && (
        <Button look="quiet" size="sm" onClick={() => setWhole(true)}>
          Show all {cards.length}
        </Button>
      )}
    </section>
  );
}
