import type { OutlineArrow } from './card-outline';

type Arrow = Pick<OutlineArrow, 'id' | 'from' | 'to' | 'toRelation'>;

/** Ids of a card, of the cards one arrow away from it, and of those that undercut one of these arrows. */
export function neighbourhoodOf(card: string, arrows: readonly Arrow[]): Set<string> {
  const near = new Set([card]);
  const byId = new Map(arrows.map((arrow) => [arrow.id, arrow]));
  const touches = ({ from, to }: Arrow) => from === card || to === card;
  for (const { from, to, toRelation } of arrows) {
    const undercut = toRelation === null ? undefined : byId.get(toRelation);
    const ends = undercut ? [from, undercut.from, undercut.to] : [from, to];
    if (ends.includes(card) || (undercut && touches(undercut)))
      for (const end of ends) if (end !== null) near.add(end);
  }
  return near;
}
