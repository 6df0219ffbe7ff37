import { expect, test } from 'vitest';
import { annotation } from './annotation.fixture';
import { inOrder } from './order';

const [mine, bens, answered] = [annotation('a1', 'Ann'), annotation('a2', 'Ben'), annotation('a3', 'Cat')];

test('order is by place or by time; what has no place comes last', () => {
  const places = new Map([
    [mine.id, 50],
    [answered.id, 7],
  ]);
  const startOf = ({ id }: { id: string }) => places.get(id) ?? null;
  expect(inOrder([bens, answered, mine], 'place', startOf)).toEqual([answered, mine, bens]);
  expect(inOrder([bens, answered, mine], 'time', startOf)).toEqual([mine, bens, answered]);
});
