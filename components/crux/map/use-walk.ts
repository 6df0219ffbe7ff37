import { type FocusEvent, type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import type { MapRelation } from '@/lib/core/api/pictures';
import { cardSize } from './card-size';
import { cardAt } from './clicked-card';
import { type CardSpot, type Direction, nextCard } from './next-card';
import type { useVisibleBox } from './use-visible-box';

interface Walk {
  spots: readonly CardSpot[];
  relations: readonly MapRelation[];
  /** In the middle of the map. */
  focus: string | null;
  view: Pick<ReturnType<typeof useVisibleBox>, 'keys' | 'show'>;
}

/** Goes from card to card by keys: the map is one stop of Tab, and arrow keys do the rest. */
export function useWalk(frame: RefObject<SVGSVGElement | null>, { spots, relations, focus, view }: Walk) {
  const [near, setNear] = useState<string | null>(null);
  const [entry, setEntry] = useState<string | null>(null);

  function onKeyDown(event: KeyboardEvent) {
    const from = cardAt(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = view.keys[event.key];
    if (!zoom && (!event.key.startsWith('Arrow') || !from)) return;
    event.preventDefault();
    const next = from && !zoom ? nextCard(spots, relations, { from, key: event.key as Direction }) : null;
    if (next) frame.current?.querySelector<SVGAElement>(`a[data-card="${next}"]`)?.focus();
    zoom?.();
  }

  function onFocus({ target }: FocusEvent) {
    const card = cardAt(target);
    const spot = spots.find((one) => one.id === card);
    if (!card || !spot) return;
    setEntry(card);
    setNear(card);
    if (target.matches(':focus-visible')) view.show({ ...spot, ...cardSize });
  }

  return {
    /** The card that is pointed at, or has the focus. */
    near,
    /** The one that Tab leads to. */
    first: [entry, focus].find((card) => spots.some(({ id }) => id === card)) ?? spots[0]?.id,
    handlers: {
      onKeyDown,
      onFocus,
      onBlur: () => setNear(null),
      onPointerOver: ({ target }: PointerEvent) => setNear(cardAt(target) ?? null),
      onPointerLeave: () => setNear(null),
    },
  };
}
