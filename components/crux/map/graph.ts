import type { MapRelation } from '@/lib/core/api/pictures';
import { cardSize } from './card-size';

/** ELK's layered algorithm (Sugiyama 1981): what bears on a card stands to its right. */
const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'LEFT',
  'elk.edgeRouting': 'SPLINES',
  'elk.aspectRatio': '1.6',
  'elk.spacing.nodeNode': '18',
  'elk.layered.spacing.nodeNodeBetweenLayers': '112',
  'elk.layered.thoroughness': '3',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
};

/** What ELK is asked. Cards and relations are called by their places in their lists: ids would be most of it. */
export type Graph = ReturnType<typeof graphOf>;

/** Cards with an arrow, and the arrows. What undercuts an arrow stands before its end. */
export function graphOf(cards: readonly string[], relations: readonly MapRelation[]) {
  const placeOf = new Map(cards.map((id, place) => [id, String(place)]));
  const endOf = new Map(relations.map(({ id, to }) => [id, to]));
  const edges = relations.flatMap(({ from, to, toRelation }, place) => {
    const [tail, end] = [from, to ?? endOf.get(toRelation ?? '') ?? ''].map((id) => placeOf.get(id));
    return tail === undefined || end === undefined || tail === end
      ? []
      : [{ id: String(place), sources: [tail], targets: [end] }];
  });
  const related = new Set(edges.flatMap(({ sources, targets }) => [...sources, ...targets]));
  const children = cards.flatMap((_, place) => {
    const id = String(place);
    return related.has(id) ? [{ id, ...cardSize }] : [];
  });
  return { id: 'map', layoutOptions, children, edges };
}
