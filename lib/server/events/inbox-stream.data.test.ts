import { expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { markEntries } from '@/lib/server/data/inbox/inbox';
import { tell } from '@/lib/server/data/inbox/tell';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { followInbox, until } from './stream-reader.fixture';

test('how much is unread is told at once, whenever it changes, and to nobody else', async () => {
  const club = await readingGroup();
  const [ann, ben] = [await club.join('Ann', 'member'), await club.join('Ben', 'member')];
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  const [mine, other] = [await followInbox(ann), await followInbox(ben)];
  const told = () => mine.frames.at(-1)?.data;
  await until(() => told()?.unread === 0 && other.frames.length > 0);
  const reply = await createReply(ben, id, { comment: { markdown: 'Why?' } });
  await tell({ kind: 'reply', event: reply.id });
  await until(() => told().unread === 1);
  await markEntries(ann, { read: true });
  await until(() => told().unread === 0);
  expect(other.frames.every(({ data }) => data.unread === 0)).toBe(true);
});

test('whoever comes back to an essay is told how much is unread by now', async () => {
  const club = await readingGroup();
  const [ann, ben] = [await club.join('Ann', 'member'), await club.join('Ben', 'member')];
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  const { id: reply } = await createReply(ben, id, { comment: { markdown: 'Why?' } });
  const elsewhere = await followInbox(ann);
  await tell({ kind: 'reply', event: reply });
  await until(() => elsewhere.frames.at(-1)?.data.unread === 1);
  await elsewhere.stop();
  const { frames } = await followInbox(ann, club.place);
  await until(() => frames.at(-1)?.data.unread === 1);
});
