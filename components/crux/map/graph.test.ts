import { expect, test } from 'vitest';
import type { MapRelation } from '@/lib/core/api/pictures';
import { graphOf } from './graph';

const arrow = (
  id: string,
  from: string,
  to: string | null,
  toRelation: string | null = null,
): MapRelation => ({
  id,
  from,
  to,
  toRelation,
  type: to === null ? 'undercuts' : 'supports',
  state: 'accepted',
  load: null,
  k: 0,
  estimated: false,
});

const asked = (cards: string[], relations: MapRelation[]) => {
  const { children, edges } = graphOf(cards, relations);
  return {
    cards: children.map(({ id }) => id),
    arrows: edges.map((edge) => [edge.id, edge.sources, edge.targets]),
  };
};

test('names cards and arrows by their places, and leaves out who stands alone', () => {
  expect(asked(['a', 'b', 'c'], [arrow('r', 'c', 'a')])).toEqual({
    cards: ['0', '2'],
    arrows: [['0', ['2'], ['0']]],
  });
});

test('what undercuts an arrow stands before its end', () => {
  const relations = [arrow('r', 'b', 'a'), arrow('s', 'c', null, 'r')];
  expect(asked(['a', 'b', 'c'], relations).arrows[1]).toEqual(['1', ['2'], ['0']]);
});

test.each<[string, MapRelation]>([
  ['to a card that is not shown', arrow('r', 'a', 'z')],
  ['from one', arrow('r', 'z', 'a')],
  ['from a card to itself', arrow('r', 'a', 'a')],
  ['onto an arrow that is not shown', arrow('r', 'a', null, 'z')],
])('an arrow %s is not asked for', (_, relation) => {
  expect(asked(['a', 'b'], [relation])).toEqual({ cards: [], arrows: [] });
});
