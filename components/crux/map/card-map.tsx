'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { type MouseEvent, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { Tag } from '@/lib/core/api/groups';
import type { MapRelation } from '@/lib/core/api/pictures';
import { neighbourhoodOf } from '@/lib/core/crux/neighbourhood';
import { BeginLayout } from './begin-layout';
import { clickedCard } from './clicked-card';
import type { MapCard } from './map-card';
import { MapDrawing } from './map-drawing';
import { MapLegend } from './map-legend';
import { Outline } from './outline';
import { useFocus } from './use-focus';
import { useLayout } from './use-layout';

interface Props {
  /** Of the cards. */
  path: string;
  tags: readonly Tag[];
  cards: readonly MapCard[];
  relations: readonly MapRelation[];
  /** Of the page's scripts. */
  nonce: string | undefined;
}

/** Cards and what they do to each other, as an outline and as a map; or the neighbourhood of one. */
export function CardMap({ path, tags, cards, relations, nonce }: Props) {
  const { focus, hrefOf, choose } = useFocus(path, cards);
  const near = useMemo(() => (focus ? neighbourhoodOf(focus.id, relations) : null), [focus, relations]);
  const shown = useMemo(() => cards.filter(({ id }) => near?.has(id) ?? true), [cards, near]);
  const arrows = useMemo(() => within(relations, shown), [relations, shown]);
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const { layout, failed, tryAgain } = useLayout(ids, arrows);
  const place = { focus: focus?.id ?? null, hrefOf };

  function onOutlineClick(event: MouseEvent) {
    const card = clickedCard(event, byId);
    if (!card) return;
    event.preventDefault();
    choose(card);
  }

  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <BeginLayout cards={ids} relations={arrows} nonce={nonce} />
      <section
        aria-label="Map"
        className="grid min-w-0 content-start gap-2"
        onKeyDown={(event) => event.key === 'Escape' && focus && choose(null)}
      >
        <p
          className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm sm:min-h-9"
          aria-live="polite"
        >
          {focus ? (
            <Around path={path} card={focus} others={shown.length - 1} onLeave={() => choose(null)} />
          ) : (
            <span className="max-sm:hidden">Choose a card to see its neighbourhood.</span>
          )}
        </p>
        {failed ? (
          <Failed onTryAgain={tryAgain} />
        ) : layout ? (
          <MapDrawing
            layout={layout}
            tags={tags}
            cards={byId}
            relations={arrows}
            {...place}
            onChoose={choose}
          />
        ) : (
          <p
            role="status"
            className="grid h-96 place-content-center rounded-lg border border-rule text-ink-3"
          >
            Drawing the map…
          </p>
        )}
        <MapLegend relations={arrows} />
      </section>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it takes what bubbles up from links */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div onClick={onOutlineClick} className="flex min-w-0 flex-col">
        <h2 className="mb-2 text-lg lg:leading-9">Outline</h2>
        {/* Beside the map it is as high as that and its legend. */}
        <div className="lg:relative lg:flex-auto">
          <div className="downwards lg:absolute lg:inset-0 lg:overflow-y-auto lg:pe-2">
            <Outline cards={cards} relations={relations} {...place} />
          </div>
        </div>
      </div>
    </div>
  );
}

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
      className="grid min-h-80 place-content-center justify-items-center gap-3 rounded-lg border border-rule p-6 text-center text-ink-2"
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
