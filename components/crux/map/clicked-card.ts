import type { MouseEvent } from 'react';
import type { MapCard } from './map-card';

/** Id of the card whose link, in the map or in the outline, an event came from. */
export const cardAt = (target: EventTarget): string | undefined =>
  (target as Element).closest<HTMLElement>('a[data-card]')?.dataset.card;

/** The card whose link was clicked to be followed here; not one to be opened in another tab. */
export function clickedCard(
  { target, metaKey, ctrlKey, shiftKey }: MouseEvent,
  cards: ReadonlyMap<string, MapCard>,
): MapCard | undefined {
  return metaKey || ctrlKey || shiftKey ? undefined : cards.get(cardAt(target) ?? '');
}
