import { expect, test } from 'vitest';
import { annotation, idOf, reply, timeOf } from './annotation.fixture';
import { everything, type Filter, passes, unreadCount } from './filter';
import { counts } from './filter-counts';

const viewer = idOf('Ann');
const onlooker = { viewer, marks: { readAt: timeOf(10), threads: {} } };

const mine = annotation('a1', 'Ann', { tags: ['crux'] });
const bens = annotation('a2', 'Ben', {
  tags: ['claim', 'crux'],
  resolved: { by: { id: idOf('Ben'), name: 'Ben' }, at: timeOf(1) },
});
const answered = annotation('a3', 'Cat', { replies: [reply('r1', 'Ben', { created: timeOf(20) })] });
const all = [mine, bens, answered];

test('counts say what each choice alone would show', () => {
  const result = counts(all, onlooker);
  const alone = (chosen: Partial<Filter>) =>
    all.filter((one) => passes(one, { ...everything, ...chosen }, onlooker)).length;
  expect(result).toMatchObject({
    all: 3,
    mine: alone({ mine: true }),
    unread: unreadCount(all, onlooker),
    open: alone({ open: true }),
  });
  for (const [tag, count] of result.tags) expect(count).toBe(alone({ tags: [tag] }));
  for (const [id, { count }] of result.people) expect(count).toBe(alone({ people: [id] }));
  expect([...result.people.values()].map(({ name }) => name)).toEqual(['Ben', 'Ann', 'Cat']);
});
