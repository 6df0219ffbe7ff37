import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardSize } from './card-size';
import { withAlone } from './with-alone';

const graph = { width: 1000, height: 400, spots: [{ id: 'a', x: 0, y: 0 }] };

test('where all are related, nothing is added', () => {
  expect(withAlone(graph, [])).toEqual(graph);
});

test('who stands alone stands below the graph, in rows as wide as it', () => {
  const { spots, width, height } = withAlone(graph, ['b', 'c', 'd', 'e']);
  expect(spots.slice(1)).toEqual([
    { id: 'b', x: 0, y: 448 },
    { id: 'c', x: 286, y: 448 },
    { id: 'd', x: 572, y: 448 },
    { id: 'e', x: 0, y: 554 },
  ]);
  expect({ width, height }).toEqual({ width: 1000, height: 642 });
});

test('without a graph they begin at the top', () => {
  expect(withAlone({ width: 0, height: 0, spots: [] }, ['b']).spots).toEqual([{ id: 'b', x: 0, y: 0 }]);
});

test('all are within the map, and none covers another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (width, count) => {
      const ids = Array.from({ length: count }, (_, i) => `${i}`);
      const places = withAlone({ width, height: 300, spots: [] }, ids);
      for (const { x, y } of places.spots) {
        expect(x + cardSize.width).toBeLessThanOrEqual(places.width);
        expect(y + cardSize.height).toBeLessThanOrEqual(places.height);
      }
      expect(new Set(places.spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    }),
  );
});
