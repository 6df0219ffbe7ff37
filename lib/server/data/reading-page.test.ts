import { expect, test } from 'vitest';
import { annotationPage } from './annotation-list';
import { createAnnotation } from './create-annotation';
import { person } from './person.fixture';
import { everything, mark, readingGroup } from './reading-group.fixture';
import { readingBody, readingHead } from './reading-page';
import { visitor } from './viewer';

const idsFor = async (
  viewer: Parameters<typeof readingHead>[0],
  { group, essay }: { group: string; essay: string },
) => (await readingBody(viewer, await readingHead(viewer, group, essay))).highlights.map(({ id }) => id);

test('a private group is not there for strangers and visitors, a public one is', async () => {
  const closed = await readingGroup();
  const stranger = await person('Stranger');
  await expect(readingHead(stranger, closed.group, closed.essay)).rejects.toMatchObject({ status: 404 });
  await expect(readingHead(visitor, closed.group, closed.essay)).rejects.toMatchObject({ status: 404 });
  const open = await readingGroup('public');
  expect((await readingHead(visitor, open.group, 'the-fox')).essay.title).toBe('The fox');
});

test('a private annotation stands in the text of its author only', async () => {
  const room = await readingGroup('public');
  const ann = await room.join('Ann', 'member');
  const ben = await room.join('Ben', 'member');
  const shared = await createAnnotation(ann, room.place, mark('jumps', { tags: ['crux', 'claim'] }));
  const own = await createAnnotation(ann, room.place, mark('lazy', { visibility: 'private' }));
  expect((await idsFor(ann, room.place)).sort()).toEqual([shared.id, own.id].sort());
  expect(await idsFor(ben, room.place)).toEqual([shared.id]);
  expect(await idsFor(visitor, room.place)).toEqual([shared.id]);
});

test('a highlight counts in UTF-16 and carries what its label says', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  await createAnnotation(ann, room.place, mark('jumps', { tags: ['crux', 'claim'] }));
  const { highlights } = await readingBody(ann, await readingHead(ann, room.group, room.essay));
  expect(highlights).toEqual([
    {
      id: expect.any(String),
      start: 23,
      end: 28,
      creator: 'Ann',
      replies: 0,
      tags: [
        { name: 'claim', slot: 1 },
        { name: 'crux', slot: 2 },
      ],
    },
  ]);
});

test('whatever changes the highlights moves a cursor, the private ones that of their author', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  const cursors = async () => {
    const { cursor, privateCursor } = await readingHead(ann, room.group, room.essay);
    return { cursor, privateCursor };
  };
  const before = await cursors();
  await createAnnotation(ann, room.place, mark('jumps'));
  const shared = await cursors();
  expect(shared.cursor).not.toBe(before.cursor);
  await createAnnotation(ann, room.place, mark('lazy', { visibility: 'private' }));
  const own = await cursors();
  expect(own.cursor).toBe(shared.cursor);
  expect(own.privateCursor).not.toBe(shared.privateCursor);
});

test('the cursor is the one that the list of annotations names', async () => {
  const room = await readingGroup();
  const ann = await room.join('Ann', 'member');
  await createAnnotation(ann, room.place, mark('jumps'));
  const { json } = await annotationPage(ann, { params: room.place, query: everything }, null);
  expect((await readingHead(ann, room.group, room.essay)).cursor).toBe(JSON.parse(json!).cursor);
});

test.each(['a\0b', '%00', '%ff', 'a%00b'])('an address with %j in it leads nowhere', async (name) => {
  await expect(readingHead(visitor, name, 'x')).rejects.toMatchObject({ status: 404 });
  await expect(readingHead(visitor, 'x', name)).rejects.toMatchObject({ status: 404 });
});
