import { describe, expect, test } from 'vitest';
import { annotation, idOf, reply, timeOf } from './annotation.fixture';
import { everything, type Filter, isFiltering, isUnread, lastByOthers, passes, unreadCount } from './filter';

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
});
