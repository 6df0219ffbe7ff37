import { expect, test } from 'vitest';
import { type ReadMarks, unreadCount } from '@/lib/core/annotation/filter';
import { contracts } from '@/lib/core/api/contracts';
import { annotationPage } from './annotation-list';
import { deleteAnnotation, editAnnotation } from './change-annotation';
import { createAnnotation } from './create-annotation';
import { readingList } from './essays';
import type { SignedIn } from './person.fixture';
import { readingOf, remember } from './reading';
import { everything, mark, readingGroup } from './reading-group.fixture';
import { createReply, deleteReply } from './replies';
import { startPage } from './start-page';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'member');

const listed = contracts['GET /groups/{group}/essays/{essay}/annotations'].output;

/** What the reading page counts from what it fetches. */
async function onTheReadingPage(viewer: SignedIn): Promise<number> {
  const { json } = await annotationPage(viewer, { params: room.place, query: everything }, null);
  const marks: ReadMarks = await readingOf(viewer, room.place);
  return unreadCount(listed.parse(JSON.parse(json)).items, { viewer: viewer.user.id, marks });
}

const everywhere = async (viewer: SignedIn) => [
  (await startPage(viewer)).unread[room.group] ?? 0,
  (await readingList(viewer, room.group))[0]!.unread,
  await onTheReadingPage(viewer),
];

test('start page, reading list and reading page count the same threads, whatever happens in them', async () => {
  const old = await createAnnotation(ann, room.place, mark('quick'));
  expect(await everywhere(ben)).toEqual([0, 0, 0]);
  await remember(ben, room.place, { all: true });

  const own = await createAnnotation(ben, room.place, mark('brown'));
  const first = await createAnnotation(ann, room.place, mark('fox'));
  const second = await createAnnotation(ann, room.place, mark('lazy'));
  await createAnnotation(ann, room.place, mark('dog', { visibility: 'private' }));
  expect(await everywhere(ben)).toEqual([2, 2, 2]);

  await createReply(ann, first.id, { comment: { markdown: 'One.' } });
  await createReply(ann, first.id, { comment: { markdown: 'Two.' } });
  const gone = await createReply(ann, own.id, { comment: { markdown: 'Three.' } });
  expect(await everywhere(ben)).toEqual([3, 3, 3]);
  await deleteReply(ann, gone.id);
  expect(await everywhere(ben)).toEqual([2, 2, 2]);

  await editAnnotation(ann, old.id, { change: { comment: { markdown: 'Said later.' } }, ifMatch: null });
  expect(await everywhere(ben)).toEqual([3, 3, 3]);
  await remember(ben, room.place, { threads: [old.id, first.id] });
  expect(await everywhere(ben)).toEqual([1, 1, 1]);
  await deleteAnnotation(ann, second.id);
  expect(await everywhere(ben)).toEqual([0, 0, 0]);
});
