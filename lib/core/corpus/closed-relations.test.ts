import { expect, test } from 'vitest';
import { closedRelations } from './closed-relations';

const arrow = (id: string, to: string | null, toRelation: string | null = null) => ({ id, to, toRelation });

test('an arrow to a card that does not come is left out, and what undercuts it, at any depth', () => {
  const relations = [
    arrow('r1', 'A'),
    arrow('r2', 'gone'),
    arrow('u1', null, 'r1'),
    arrow('u3', null, 'u2'),
    arrow('u2', null, 'r2'),
    arrow('u4', null, 'u1'),
  ];
  expect(closedRelations(relations, new Set(['A'])).map(({ id }) => id)).toEqual(['r1', 'u1', 'u4']);
});
