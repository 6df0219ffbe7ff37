import { expect, test } from 'vitest';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { remember } from './reading';
import { essayText, mark, readingGroup } from './reading-group.fixture';
import { startPage } from './start-page';
import { visitor } from './viewer';

test('a visitor has nothing to go on with', async () => {
  expect(await startPage(visitor)).toEqual({ unread: {}, last: null });
});

test('a member finds the essay they stopped in and what others wrote, until they leave', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  const ben = await room.join('Ben', 'member');
  expect(await startPage(ben)).toEqual({ unread: {}, last: null });

  await remember(ben, room.place, { offset: Math.round(essayText.length / 2) });
  await createAnnotation(ann, room.place, mark('fox'));
  await createAnnotation(ann, room.place, mark('dog', { visibility: 'private' }));
  await createAnnotation(ben, room.place, mark('lazy'));
  expect(await startPage(ben)).toMatchObject({
    unread: { [room.group]: 1 },
    last: { where: 'Readers · Aesop', essay: { slug: 'the-fox', title: 'The fox' }, percent: 50 },
  });
  expect((await startPage(ann)).last).toBeNull();

  await db().membership.deleteMany({ where: { groupId: room.group, userId: ben.user.id } });
  expect(await startPage(ben)).toEqual({ unread: {}, last: null });
});

test('of two essays of one title, and of two groups of one name, it says which', async () => {
  const [room, twin] = [await readingGroup(), await readingGroup()];
  const ann = await room.join('Ann', 'member');
  await db().membership.create({ data: { groupId: twin.group, userId: ann.user.id, role: 'member' } });
  const addedAt = new Date('2026-11-21T14:03:00Z');
  await db().readingListEntry.updateMany({ where: { groupId: room.group }, data: { addedAt } });
  const alike = { groupId: room.group, essayId: twin.essay, slug: 'the-fox-2', position: 1 };
  await db().readingListEntry.create({ data: alike });
  await remember(ann, room.place, { offset: 40 });
  expect((await startPage(ann)).last?.where).toBe(
    `Readers (g-${room.group}) · Aesop · added Nov 21, 2026, 14:03`,
  );
});

test('an essay read to its end is not to be gone on with', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  await remember(ann, room.place, { offset: essayText.length - 1 });
  expect((await startPage(ann)).last).toBeNull();
});
