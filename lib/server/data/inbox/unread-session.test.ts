import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { beginSession, viewerOfSession } from '@/lib/server/data/sessions';
import { visitor } from '@/lib/server/data/viewer';
import { markEntries } from './inbox';
import { tell } from './tell';

test('a session knows whether anything in its inbox is unread, and so a page whether to count it', async () => {
  const club = await readingGroup();
  const [ann, ben] = [await club.join('Ann', 'member'), await club.join('Ben', 'member')];
  const tokenHash = randomUUID();
  await beginSession(visitor, { tokenHash, user: ann.user.id, userAgent: null });
  const unread = async () => (await viewerOfSession(tokenHash))?.unread;
  expect(await unread()).toBe(false);
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  const { id: reply } = await createReply(ben, id, { comment: { markdown: 'Why?' } });
  await tell({ kind: 'reply', event: reply });
  expect(await unread()).toBe(true);
  await markEntries(ann, { read: true });
  expect(await unread()).toBe(false);
});
