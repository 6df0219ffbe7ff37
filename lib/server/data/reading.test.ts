import { expect, test } from 'vitest';
import { contracts } from '@/lib/core/api/contracts';
import { createAnnotation } from './create-annotation';
import { person, type SignedIn } from './person.fixture';
import { readingOf, remember } from './reading';
import { mark, readingGroup } from './reading-group.fixture';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'reader');

const reading = async (viewer: SignedIn) =>
  contracts['GET /groups/{group}/essays/{essay}/reading'].output.parse(await readingOf(viewer, room.place));

test('on the first visit nothing counts as read or unread', async () => {
  expect(await reading(ben)).toEqual({ offset: 0, number: 1, readAt: null, threads: {} });
});

test('the place is remembered without marking anything read', async () => {
  await remember(ben, room.place, { offset: 40, number: 1 });
  const first = await reading(ben);
  await remember(ben, room.place, { offset: 50 });
  expect(await reading(ben)).toEqual({ ...first, offset: 50 });
  expect(await reading(ann)).toMatchObject({ offset: 0, readAt: null });
});

test('threads are read one by one until all are', async () => {
  const made = await createAnnotation(ann, room.place, mark('fox'));
  const hidden = await createAnnotation(ann, room.place, mark('fox', { visibility: 'private' }));
  await remember(ben, room.place, { threads: [made.id, hidden.id] });
  expect(Object.keys((await reading(ben)).threads)).toEqual([made.id]);
  await remember(ben, room.place, { all: true });
  const { threads, readAt } = await reading(ben);
  expect(threads).toEqual({});
  expect(Date.parse(readAt!)).toBeGreaterThanOrEqual(Date.parse(made.created));
});

test('strangers have no place in a private group', async () => {
  const stranger = await person('Sam');
  await expect(readingOf(stranger, room.place)).rejects.toMatchObject({ status: 404 });
  await expect(remember(stranger, room.place, { all: true })).rejects.toMatchObject({ status: 404 });
});
