'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { type MouseEvent, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { Tag } from '@/lib/core/api/groups';
import type { MapRelation } from '@/lib/core/api/pictures';
import { neighbourhoodOf } from '@/lib/core/crux/neighbourhood';
import { clickedCard } from './clicked-card';
import type { MapCard } from './map-card';
import { MapDrawing } from './map-drawing';
import { Outline } from './outline';
import { useFocus } from './use-focus';
import { useLayout } from './use-layout';

interface Props {
  /** Of the cards. */
  path: string;
  tags: readonly Tag[];
  cards: readonly MapCard[];
  relations: readonly MapRelation[];
}

/** Cards and what they do to each other, as an outline and as a map; or the neighbourhood of one. */
export function CardMap({ path, tags, cards, relations }: Props) {
  const { focus, hrefOf, choose } = useFocus(path, cards);
  const near = useMemo(() => (focus ? neighbourhoodOf(focus.id, relations) : null), [focus, relations]);
  const shown = useMemo(() => cards.filter(({ id }) => near?.has(id) ?? true), [cards, near]);
  const arrows = useMemo(() => within(relations, shown), [relations, shown]);
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const { layout, failed, tryAgain } = useLayout(
    shown.map(({ id }) => id),
    arrows,
  );
  const place = { focus: focus?.id ?? null, hrefOf };

  function onOutlineClick(event: MouseEvent) {
    const card = clickedCard(event, byId);
    if (!card) return;
    event.preventDefault();
    choose(card);
  }

  return (
    <div className="grid gap-4 lg:grid-cols-[19rem_minmax(0,1fr)]">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it takes what bubbles up from links */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div onClick={onOutlineClick} className={outlineClass}>
        <a href="#map" className="sr-only focus:not-sr-only focus:mb-2 focus:inline-block">
          Skip to the map
        </a>
        <h2 className="mb-2 text-lg">Outline</h2>
        <Outline cards={cards} relations={relations} {...place} />
      </div>
      <section
        id="map"
        aria-label="Map"
        className="grid h-[70vh] min-h-96 min-w-0 grid-rows-[auto_minmax(0,1fr)] gap-2 lg:sticky lg:top-4 lg:h-[78vh]"
        onKeyDown={(event) => event.key === 'Escape' && focus && choose(null)}
      >
        <p
          className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm"
          aria-live="polite"
        >
          {focus ? (
            <Around path={path} card={focus} others={shown.length - 1} onLeave={() => choose(null)} />
          ) : (
            'Choose a card to see its neighbourhood.'
          )}
        </p>
        {failed ? (
          <Failed onTryAgain={tryAgain} />
        ) : layout ? (
          <MapDrawing {...{ layout, tags }} cards={byId} relations={arrows} {...place} onChoose={choose} />
        ) : (
          <p role="status" className="grid place-content-center rounded-lg border border-rule text-ink-3">
            Drawing the map…
          </p>
        )}
      </section>
    </div>
  );
}

const outlineClass =
  'max-h-[75vh] min-w-0 overflow-y-auto max-lg:rounded-lg max-lg:border max-lg:border-rule max-lg:p-3 lg:max-h-[78vh] lg:pe-2';

interface AroundProps {
  path: string;
  card: MapCard;
  others: number;
  onLeave: () => void;
}

function Around({ path, card, others, onLeave }: AroundProps) {
  return (
    <>
      <span>
        Around{' '}
        <Link
          href={`${path}/${card.number}` as Route}
          prefetch={false}
          className="font-medium text-ink underline"
        >
          card {card.number}
        </Link>
        : {others} {others === 1 ? 'other' : 'others'}
      </span>
      <Button look="outline" size="sm" onClick={onLeave}>
        Whole map
      </Button>
    </>
  );
}

function Failed({ onTryAgain }: { onTryAgain: () => void }) {
  return (
    <div
      role="alert"
      className="grid place-content-center justify-items-center gap-3 rounded-lg border border-rule p-6 text-center text-ink-2"
    >
      The map could not be drawn. The outline says the same.
      <Button look="outline" onClick={onTryAgain}>
        Try again
      </Button>
    </div>
  );
}

/** Arrows whose ends are all shown. */
function within(relations: readonly MapRelation[], cards: readonly MapCard[]): MapRelation[] {
  const ids = new Set(cards.map(({ id }) => id));
  const between = relations.filter(({ from, to }) => to !== null && ids.has(from) && ids.has(to));
  const kept = new Set(between.map(({ id }) => id));
  const onto = relations.filter(
    ({ from, toRelation }) => toRelation !== null && ids.has(from) && kept.has(toRelation),
  );
  return [...between, ...onto];
}
