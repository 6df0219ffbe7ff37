import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { mergingGroup } from '@/lib/server/data/cards/merging-group.fixture';
import { db } from '@/lib/server/data/database';
import { markEntries, unreadCount } from './inbox';
import { tell } from './tell';

const { group, ann, mod, propose, merge, step } = await mergingGroup();

/** Accepts a card of Ann's, and tells her. */
async function accepted(card: { id: string }): Promise<void> {
  await step(card, 'accept');
  const { id } = await db().cardEvent.findFirstOrThrow({ where: { cardId: card.id, verb: 'accept' } });
  await tell({ kind: 'card', event: id });
}

test('whoever opens a card has read what the inbox says of it and of what was merged into it, and of no other', async () => {
  const [into, from, other] = await Promise.all(
    ['Bees.', 'Bees again.', 'Wasps.'].map((one) => propose(one)),
  );
  for (const card of [into, from, other]) await accepted(card!);
  await merge(from!, into!);
  const thread = into!.id;
  const before = await unreadCount(ann);
  expect((await markEntries(mod, { read: true, thread })).changed).toEqual([]);
  const { changed, unread } = await markEntries(ann, { read: true, thread });
  expect(changed).toHaveLength(2);
  expect([before, unread]).toEqual([3, 1]);
});

test('a decision of moderators about a card stays unread when the card is opened, and is marked by its id', async () => {
  const card = await propose('Bees dream.');
  const decided = { kind: 'card', subjectId: card.id, actorId: mod.user.id, authorId: ann.user.id };
  const decision = {
    id: v7(),
    groupId: group,
    verb: 'approve',
    before: 'pending',
    after: 'shown',
    ...decided,
  };
  await db().moderationEntry.create({ data: decision });
  const told = { userId: ann.user.id, eventId: decision.id, groupId: group };
  const { id } = await db().notification.create({
    data: { ...told, kind: 'moderation', reason: 'moderation' },
  });
  expect((await markEntries(ann, { read: true, thread: card.id })).changed).toEqual([]);
  expect((await markEntries(ann, { read: true, ids: [id] })).changed).toEqual([id]);
});

test('what waits for a moderator stays unread until it is decided', async () => {
  const card = await propose('Bees mourn.');
  const told = { userId: mod.user.id, eventId: card.id, groupId: group };
  await db().notification.create({ data: { ...told, kind: 'review', reason: 'review' } });
  expect((await markEntries(mod, { read: true, thread: card.id })).changed).toEqual([]);
});
