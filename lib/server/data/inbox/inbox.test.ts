import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { deleteGroup } from '@/lib/server/data/groups';
import { removeMember } from '@/lib/server/data/members';
import { raiseFlag } from '@/lib/server/data/moderation/flags';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { remember } from '@/lib/server/data/reading';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply, deleteReply } from '@/lib/server/data/replies';
import { changeMe } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { inboxPage, markEntries, unreadCount } from './inbox';
import { follow } from './subscriptions';
import { tell } from './tell';

let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let ben: SignedIn;
let cleo: SignedIn;

beforeEach(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'member');
  cleo = await club.join('Cleo', 'owner');
});

const all = { unread: 'false', limit: 50 } as const;
const inbox = async (who: SignedIn) => (await inboxPage(who, all)).items;
const words = (markdown: string) => ({ comment: { markdown } });
const at = ({ user }: SignedIn) => `[@${user.name}](mention:${user.id})`;

async function replied(to: string, by: SignedIn, markdown: string): Promise<string> {
  const { id } = await createReply(by, to, words(markdown));
  await tell({ kind: 'reply', event: id });
  return id;
}

describe('an entry', () => {
  test('is not there while it is by somebody whom one hides', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    await replied(id, ben, 'Hm.');
    await changeMe(ann, { settings: { hiddenPeople: [ben.user.id] } });
    expect([(await inbox(ann)).length, await unreadCount(ann)]).toEqual([0, 0]);
    await changeMe(ann, { settings: { hiddenPeople: [] } });
    expect(await unreadCount(ann)).toBe(1);
  });

  test('of a decision says why, and nothing more than the author may know', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick', words('Silly Ben.')));
    const about = { groupId: club.group, kind: 'annotation', subjectId: id, authorId: ann.user.id };
    const decided = {
      verb: 'hide',
      reason: 'unkind',
      actorId: cleo.user.id,
      before: 'shown',
      after: 'hidden',
    };
    const entry = await db().moderationEntry.create({ data: { id: v7(), ...about, ...decided } });
    await tell({ kind: 'moderation', event: entry.id, group: club.group, to: [ann.user.id] });
    expect(await inbox(ann)).toMatchObject([
      { kind: 'moderation', verb: 'hide', words: 'It speaks of a person rather than of what they said.' },
    ]);
    expect(await inbox(ben)).toEqual([]);
  });

  test('says who did what, where, and in which words, as they are now', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    const reply = await replied(id, ben, 'Is **it**?');
    expect(await inbox(ann)).toMatchObject([
      {
        event: reply,
        kind: 'reply',
        reason: 'reply',
        actor: { name: 'Ben' },
        about: 'The fox',
        thread: id,
        quote: 'quick',
        words: 'Is it?',
        read: null,
        path: `/g/g-${club.group}/the-fox#r-${reply}`,
        where: 'Readers · Aesop',
      },
    ]);
  });

  test('is not there while its words are gone, private, or in a group that one left; then it is not counted either', async () => {
    const hides: Record<string, (annotation: string, reply: string) => Promise<unknown>> = {
      'the reply is deleted': (_, reply) => deleteReply(ben, reply),
      'its thread is deleted': (annotation) => deleteAnnotation(cleo, annotation),
      'one left the group': () => removeMember(cleo, club.group, ann.user.id),
    };
    for (const [how, hide] of Object.entries(hides)) {
      club = await readingGroup();
      [ann, ben, cleo] = [
        await club.join('Ann', 'member'),
        await club.join('Ben', 'member'),
        await club.join('Cleo', 'owner'),
      ];
      const { id } = await createAnnotation(ann, club.place, mark('quick'));
      const reply = await replied(id, ben, 'Hm.');
      expect([(await inbox(ann)).length, await unreadCount(ann)], how).toEqual([1, 1]);
      await hide(id, reply);
      expect([(await inbox(ann)).length, await unreadCount(ann)], how).toEqual([0, 0]);
    }
  });

  test('of an annotation goes when that becomes private, and comes back with it', async () => {
    await follow(ben, { group: club.group, kind: 'essay', subject: 'the-fox' });
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    await tell({ kind: 'annotation', event: id });
    const becomes = (visibility: 'private' | 'group') =>
      editAnnotation(ann, id, { change: { visibility }, ifMatch: null });
    await becomes('private');
    expect(await inbox(ben)).toEqual([]);
    await becomes('group');
    expect(await inbox(ben)).toMatchObject([{ reason: 'essay', quote: 'quick' }]);
  });

  test('is read once its thread was read where it stands', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    await replied(id, ben, 'Hm.');
    await remember(ben, club.place, { threads: [id] });
    expect(await unreadCount(ann)).toBe(1);
    await remember(ann, club.place, { threads: [id] });
    expect(await unreadCount(ann)).toBe(0);
  });

  test('is read once its whole essay is marked read, and that of another essay is not', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    await replied(id, ben, 'Hm.');
    const elsewhere = await readingGroup();
    const membership = { groupId: elsewhere.group, userId: ann.user.id, role: 'member' };
    await db().membership.create({ data: membership });
    const { id: other } = await createAnnotation(ann, elsewhere.place, mark('fox'));
    await replied(other, await elsewhere.join('Zoe', 'member'), 'Hm.');
    expect(await unreadCount(ann)).toBe(2);
    await remember(ann, club.place, { all: true });
    expect((await inboxPage(ann, { ...all, unread: 'true' })).items).toMatchObject([{ thread: other }]);
  });

  test('of what was there before a first visit stays unread until its thread is opened', async () => {
    const { id } = await createAnnotation(cleo, club.place, mark('fox', words(`See, ${at(ben)}`)));
    await tell({ kind: 'annotation', event: id });
    await remember(ben, club.place, { number: 1 });
    expect(await unreadCount(ben)).toBe(1);
    await remember(ben, club.place, { threads: [id] });
    expect(await unreadCount(ben)).toBe(0);
  });

  test('is read from the start where its thread was opened before anybody was told', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    const written = await Promise.all(['One.', 'Two.'].map((text) => createReply(ben, id, words(text))));
    await remember(ann, club.place, { threads: [id] });
    const { readAt } = await db().threadRead.findFirstOrThrow({ where: { annotationId: id } });
    const times = [readAt.getTime() - 1, readAt.getTime() + 1];
    for (const [i, since] of times.entries()) await tell({ kind: 'reply', event: written[i]!.id }, since);
    expect((await inboxPage(ann, { ...all, unread: 'true' })).items).toMatchObject([{ words: 'Two.' }]);
  });
});

test('marking says what it changed, so that it can be taken back; nobody marks another’s', async () => {
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  for (const text of ['One.', 'Two.']) await replied(id, ben, text);
  const [second, first] = (await inbox(ann)).map((entry) => entry.id) as [string, string];
  expect(await markEntries(ben, { read: true, ids: [first] })).toEqual({ changed: [], unread: 0 });
  expect(await markEntries(ann, { read: true, ids: [first] })).toEqual({ changed: [first], unread: 1 });
  expect(await markEntries(ann, { read: true })).toEqual({ changed: [second], unread: 0 });
  expect((await inboxPage(ann, { ...all, unread: 'true' })).items).toEqual([]);
  expect(await markEntries(ann, { read: false, ids: [second] })).toEqual({ changed: [second], unread: 1 });
  expect((await inboxPage(ann, { ...all, unread: 'true' })).items).toMatchObject([{ id: second }]);
});

test('two entries of one thing are marked apart, and neither is lost between pages', async () => {
  const mo = await club.join('Mo', 'moderator');
  await follow(mo, { group: club.group, kind: 'essay', subject: 'the-fox' });
  const { id } = await createAnnotation(ann, club.place, mark('quick', words('Buy this.')));
  await tell({ kind: 'annotation', event: id });
  await raiseFlag(ben, club.group, { kind: 'annotation', id, reason: 'spam', note: '' });
  await tell({ kind: 'review', event: id, group: club.group });
  await db().notification.updateMany({ where: { userId: mo.user.id }, data: { createdAt: new Date(0) } });
  const first = await inboxPage(mo, { ...all, limit: 1 });
  const second = await inboxPage(mo, { ...all, limit: 1, after: first.next! });
  const both = [first, second].flatMap(({ items }) => items);
  expect(both.map(({ event, kind }) => `${event === id} ${kind}`).sort()).toEqual([
    'true annotation',
    'true review',
  ]);
  const [one] = both;
  expect(await markEntries(mo, { read: true, ids: [one!.id] })).toEqual({ changed: [one!.id], unread: 1 });
});

test('pages follow each other without a gap, also within one moment', async () => {
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  for (const text of ['1', '2', '3', '4', '5']) await replied(id, ben, text);
  const ids = (await inbox(ann)).map((entry) => entry.id);
  await db().notification.updateMany({ where: { userId: ann.user.id }, data: { createdAt: new Date(0) } });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await inboxPage(ann, { ...all, limit: 2, ...(after && { after }) });
    seen.push(...page.items.map((entry) => entry.id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(ids.sort().reverse());
});

test.each([
  'yesterday',
  `0000-01-01T00:00:00.000Z_${v7()}`,
  `2026-02-30T00:00:00.000Z_${v7()}`,
  `-271821-04-20T00:00:00.000Z_${v7()}`,
  `2026-02-03T00:00:00.000Z_${'-'.repeat(36)}`,
])('a page after %s, which no page gave, is refused in words', async (after) => {
  await expect(inboxPage(ann, { ...all, after })).rejects.toMatchObject({ status: 422, code: 'after' });
});

test('who deletes their account leaves nothing in anybody’s inbox settings, and a deleted group no entry', async () => {
  await follow(ann, { group: club.group, kind: 'essay', subject: 'the-fox' });
  await follow(ben, { group: club.group, kind: 'person', subject: ann.user.id });
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  await replied(id, ben, 'Hm.');
  await deleteAccount(ann);
  const mine = { userId: { in: [ann.user.id, ben.user.id] } };
  expect([
    await db().subscription.count({ where: mine }),
    await db().notification.count({ where: mine }),
  ]).toEqual([0, 0]);
  const other = await createAnnotation(ben, club.place, mark('fox'));
  await replied(other.id, cleo, 'Hm.');
  await deleteGroup(cleo, club.group, 'Readers');
  expect(await db().notification.count({ where: mine })).toBe(0);
});

test('a visitor has no inbox, and nothing unread', async () => {
  expect(await unreadCount(visitor)).toBe(0);
  await expect(inboxPage(visitor, all)).rejects.toMatchObject({ status: 401 });
});
