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
    last: { group: { name: 'Readers' }, essay: { slug: 'the-fox', title: 'The fox' }, percent: 50 },
  });
  expect((await startPage(ann)).last).toBeNull();

  await db().membership.deleteMany({ where: { groupId: room.group, userId: ben.user.id } });
  expect(await startPage(ben)).toEqual({ unread: {}, last: null });
});

test('an essay read to its end is not to be gone on with', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  await remember(ann, room.place, { offset: essayText.length - 1 });
  expect((await startPage(ann)).last).toBeNull();
});
