import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotation, idOf, reply, timeOf } from './annotation.fixture';
import {
  counts,
  everything,
  type Filter,
  filterOf,
  inOrder,
  isFiltering,
  isUnread,
  lastByOthers,
  passes,
  unreadCount,
  withFilter,
} from './filter';

const viewer = idOf('Ann');
const onlooker = { viewer, marks: { readAt: timeOf(10), threads: {} } };
const resolved = { by: { id: idOf('Ben'), name: 'Ben' }, at: timeOf(1) };

const mine = annotation('a1', 'Ann', { tags: ['crux'] });
const bens = annotation('a2', 'Ben', { tags: ['claim', 'crux'], resolved });
const answered = annotation('a3', 'Cat', { replies: [reply('r1', 'Ben', { created: timeOf(20) })] });
const all = [mine, bens, answered];

describe('passes', () => {
  test.each<[string, Partial<Filter>, unknown[]]>([
    ['nothing chosen', {}, all],
    ['a tag', { tags: ['claim'] }, [bens]],
    ['one of two tags', { tags: ['claim', 'crux'] }, [mine, bens]],
    ['a person, also as one who replied', { people: [idOf('Ben')] }, [bens, answered]],
    ['mine', { mine: true }, [mine]],
    ['unread', { unread: true }, [answered]],
    ['open', { open: true }, [mine, answered]],
    ['a tag and open', { tags: ['crux'], open: true }, [mine]],
  ])('%s', (_name, chosen, expected) => {
    const filter = { ...everything, ...chosen };
    expect(all.filter((one) => passes(one, filter, onlooker))).toEqual(expected);
    expect(isFiltering(filter)).toBe(Object.keys(chosen).length > 0);
  });
});

describe('isUnread', () => {
  const marks = (readAt: string | null, thread?: string) => ({
    readAt,
    threads: thread ? { [answered.id]: thread } : {},
  });
  test.each([
    ['somebody wrote since', marks(timeOf(10)), viewer, true],
    ['all was read since', marks(timeOf(30)), viewer, false],
    ['the thread was read since', marks(timeOf(10), timeOf(30)), viewer, false],
    ['it is one’s own reply', marks(timeOf(10)), idOf('Ben'), false],
    ['it is the first visit', marks(null), viewer, false],
    ['nobody is signed in', marks(timeOf(10)), null, false],
    ['the marks are not known yet', null, viewer, false],
  ])('when %s', (_name, known, who, expected) => {
    expect(isUnread(answered, known, who)).toBe(expected);
  });

  test('when a text was changed since, and not when a reply was deleted', () => {
    const edited = { ...bens, modified: timeOf(20) };
    expect(isUnread(edited, onlooker.marks, viewer)).toBe(true);
    const deleted = { ...answered, replies: answered.replies.map((one) => ({ ...one, comment: null })) };
    expect(isUnread(deleted, onlooker.marks, viewer)).toBe(false);
  });
});

test('the last word of others is their newest, not one’s own nor a deleted one', () => {
  expect(lastByOthers(bens, idOf('Ben'))).toBe(Number.NEGATIVE_INFINITY);
  expect(lastByOthers(bens, viewer)).toBe(Date.parse(bens.created));
  expect(lastByOthers({ ...bens, modified: timeOf(20) }, viewer)).toBe(Date.parse(timeOf(20)));
});

test('a thread counts as unread once, however much in it is new', () => {
  const busy = {
    ...answered,
    modified: timeOf(30),
    replies: ['r1', 'r2'].map((id) => reply(id, 'Ben', { created: timeOf(20) })),
  };
  expect(unreadCount([mine, bens, busy], onlooker)).toBe(1);
  expect(unreadCount([mine, bens, busy], onlooker)).toBe(counts([mine, bens, busy], onlooker).unread);
});

test('counts say what each choice alone would show', () => {
  const result = counts(all, onlooker);
  const alone = (chosen: Partial<Filter>) =>
    all.filter((one) => passes(one, { ...everything, ...chosen }, onlooker)).length;
  expect(result).toMatchObject({
    all: 3,
    mine: alone({ mine: true }),
    unread: alone({ unread: true }),
    open: alone({ open: true }),
  });
  for (const [tag, count] of result.tags) expect(count).toBe(alone({ tags: [tag] }));
  for (const [id, { count }] of result.people) expect(count).toBe(alone({ people: [id] }));
  expect([...result.people.values()].map(({ name }) => name)).toEqual(['Ben', 'Ann', 'Cat']);
});

test('order is by place or by time; what has no place comes last', () => {
  const places = new Map([
    [mine.id, 50],
    [answered.id, 7],
  ]);
  const startOf = ({ id }: { id: string }) => places.get(id) ?? null;
  expect(inOrder([bens, answered, mine], 'place', startOf)).toEqual([answered, mine, bens]);
  expect(inOrder([bens, answered, mine], 'time', startOf)).toEqual([mine, bens, answered]);
});

const filters: fc.Arbitrary<Filter> = fc.record({
  tags: fc.uniqueArray(fc.string({ minLength: 1 })),
  people: fc.uniqueArray(fc.uuid()),
  mine: fc.boolean(),
  unread: fc.boolean(),
  open: fc.boolean(),
});

test('the URL gives back the filter that was put there, and keeps what else it says', () => {
  fc.assert(
    fc.property(filters, filters, (before, filter) => {
      const search = withFilter(withFilter(new URLSearchParams('sort=time'), before), filter);
      const again = new URLSearchParams(search.toString());
      expect(filterOf(again)).toEqual(filter);
      expect(again.get('sort')).toBe('time');
    }),
  );
});
