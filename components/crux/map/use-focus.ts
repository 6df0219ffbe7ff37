import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import type { MapCard } from './map-card';

/** The card in the middle of the map, by its number in the address. */
export function useFocus(path: string, cards: readonly MapCard[]) {
  const search = useSearchParams().toString();
  const asked = new URLSearchParams(search).get('card');
  const hrefOf = useCallback(
    (card: MapCard | null) => {
      const next = new URLSearchParams(search);
      if (card) next.set('card', String(card.number));
      else next.delete('card');
      return `${path}?${next}`;
    },
    [path, search],
  );
  return {
    focus: cards.find(({ number }) => String(number) === asked) ?? null,
    hrefOf,
    /** Everything is here already: the server need not be asked. */
    choose: (card: MapCard | null) => window.history.pushState(null, '', hrefOf(card)),
  };
}
