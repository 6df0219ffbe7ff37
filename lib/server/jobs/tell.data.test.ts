import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Followed, Reason } from '@/lib/core/inbox/reasons';
import { stepCard } from '@/lib/server/data/cards/change-card';
import { createCard } from '@/lib/server/data/cards/create-card';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, transaction } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { notify } from '@/lib/server/data/inbox/notify';
import { follow as followAgain, unfollow } from '@/lib/server/data/inbox/subscriptions';
import { removeMember } from '@/lib/server/data/members';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { remember } from '@/lib/server/data/reading';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply, deleteReply, editReply } from '@/lib/server/data/replies';
import { runDue } from './worker';

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

const follow = (who: SignedIn, kind: Followed, subjectId: string) =>
  db().subscription.create({ data: { userId: who.user.id, groupId: club.group, kind, subjectId } });

const words = (markdown: string) => ({ comment: { markdown } });
const at = ({ user }: SignedIn) => `[@${user.name}](mention:${user.id})`;

async function settle(): Promise<void> {
  while ((await runDue('tell')) > 0);
}

/** Who was told of an event, and why. */
async function told(eventId: string): Promise<Record<string, Reason>> {
  await settle();
  const rows = await db().notification.findMany({
    where: { eventId },
    select: { reason: true, user: { select: { name: true } } },
  });
  return Object.fromEntries(rows.map(({ reason, user }) => [user.name, reason as Reason]));
}

describe('of an annotation are told', () => {
  test('followers of the essay, of its tags and of its author, and who is mentioned: once, for the strongest reason', async () => {
    const tag = await db().tag.findFirstOrThrow({ where: { groupId: club.group, slug: 'claim' } });
    const dora = await club.join('Dora', 'reader');
    await follow(ben, 'essay', club.essay);
    await follow(ben, 'tag', tag.id);
    await follow(cleo, 'person', ann.user.id);
    await follow(cleo, 'essay', club.essay);
    await follow(dora, 'essay', club.essay);
    const draft = mark('quick', { tags: ['claim'], ...words(`Look, ${at(dora)}`) });
    const { id } = await createAnnotation(ann, club.place, draft);
    expect(await told(id)).toEqual({ Ben: 'tag', Cleo: 'person', Dora: 'mention' });
  });

  test('nobody, when nobody is concerned: then there is no work either', async () => {
    await settle();
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    expect(await db().job.count({ where: { payload: { path: ['event'], equals: id } } })).toBe(0);
    expect(await told(id)).toEqual({});
  });

  test('nobody while it is private, and all of them when it is shown', async () => {
    await follow(ben, 'essay', club.essay);
    const draft = mark('quick', { visibility: 'private', ...words(`For later, ${at(cleo)}`) });
    const { id } = await createAnnotation(ann, club.place, draft);
    await notify({ kind: 'annotation', event: id });
    expect(await told(id)).toEqual({});
    await editAnnotation(ann, id, { change: { visibility: 'group' }, ifMatch: null });
    expect(await told(id)).toEqual({ Ben: 'essay', Cleo: 'mention' });
  });

  test('those whom it concerns with the first words of a bare mark, or else after five minutes', async () => {
    await follow(ben, 'essay', club.essay);
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    expect(await told(id)).toEqual({});
    await editAnnotation(ann, id, { change: words('Is it?'), ifMatch: null });
    expect(await told(id)).toEqual({ Ben: 'essay' });
    const { id: bare } = await createAnnotation(ann, club.place, mark('fox'));
    const [job] = await db().job.findMany({ where: { payload: { path: ['event'], equals: bare } } });
    expect(Math.round((job!.runAt.getTime() - Date.now()) / 60_000)).toBe(5);
    await db().job.update({ where: { id: job!.id }, data: { runAt: new Date(0) } });
    expect(await told(bare)).toEqual({ Ben: 'essay' });
  });

  test('as read those who opened a bare mark before they were told of it', async () => {
    for (const reader of [ben, cleo]) await follow(reader, 'essay', club.essay);
    const { id } = await createAnnotation(ann, club.place, mark('fox'));
    await remember(ben, club.place, { threads: [id] });
    await db().job.updateMany({
      where: { payload: { path: ['event'], equals: id } },
      data: { runAt: new Date(Date.now() - 1) },
    });
    expect(await told(id)).toEqual({ Ben: 'essay', Cleo: 'essay' });
    const unread = await db().notification.findMany({ where: { eventId: id, readAt: null } });
    expect(unread.map(({ userId }) => userId)).toEqual([cleo.user.id]);
  });

  test('its author never, whatever they follow and whomever they mention', async () => {
    await follow(ann, 'essay', club.essay);
    await follow(ann, 'person', ann.user.id);
    const { id } = await createAnnotation(ann, club.place, mark('quick', words(`Note to ${at(ann)}`)));
    expect(await told(id)).toEqual({});
  });

  test('no more those who left the group, though they followed', async () => {
    await follow(ben, 'essay', club.essay);
    await removeMember(cleo, club.group, ben.user.id);
    const { id } = await createAnnotation(ann, club.place, mark('quick', words('Hm.')));
    expect(await told(id)).toEqual({});
  });

  test('those alone whom a change has come to mention, even if they were told for less and had read it', async () => {
    await follow(ben, 'essay', club.essay);
    const { id } = await createAnnotation(ann, club.place, mark('quick', words('First.')));
    expect(await told(id)).toEqual({ Ben: 'essay' });
    await db().notification.updateMany({ where: { eventId: id }, data: { readAt: new Date() } });
    await follow(cleo, 'essay', club.essay);
    await editAnnotation(ann, id, { change: words('Second.'), ifMatch: null });
    expect(await told(id)).toEqual({ Ben: 'essay' });
    await editAnnotation(ann, id, { change: words(`Third, ${at(ben)}.`), ifMatch: null });
    expect(await told(id)).toEqual({ Ben: 'mention' });
    expect(await db().notification.count({ where: { eventId: id, readAt: null } })).toBe(1);
  });
});

describe('of a reply are told', () => {
  test('the authors of the annotation and of the reply it answers, and followers of the thread', async () => {
    const dora = await club.join('Dora', 'reader');
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    await follow(dora, 'thread', id);
    await follow(ann, 'thread', id);
    const first = await createReply(ben, id, words('Why?'));
    expect(await told(first.id)).toEqual({ Ann: 'reply', Dora: 'thread' });
    const second = await createReply(cleo, id, { ...words('Because.'), parent: first.id });
    expect(await told(second.id)).toEqual({ Ann: 'reply', Ben: 'reply', Dora: 'thread' });
  });

  test('who takes part in the thread, unless they stopped following it: then only a mention reaches them', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    const first = await createReply(ben, id, words('Why?'));
    const gone = await createReply(cleo, id, words('Never mind.'));
    await deleteReply(cleo, gone.id);
    const thread = { group: club.group, kind: 'thread', subject: id };
    const second = await createReply(ann, id, words('Because.'));
    expect(await told(second.id)).toEqual({ Ben: 'thread' });
    for (const who of [ann, ben]) await unfollow(who, thread);
    await follow(ben, 'essay', club.essay);
    const third = await createReply(cleo, id, { ...words('Aha.'), parent: first.id });
    expect(await told(third.id)).toEqual({});
    const fourth = await createReply(cleo, id, words(`Is it, ${at(ben)}?`));
    expect(await told(fourth.id)).toEqual({ Ben: 'mention' });
    await followAgain(ann, thread);
    const fifth = await createReply(cleo, id, words('Well.'));
    expect(await told(fifth.id)).toEqual({ Ann: 'reply' });
  });

  test('nobody when it is gone before anybody was told', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    const reply = await createReply(ben, id, words('Oops.'));
    await deleteReply(ben, reply.id);
    expect(await told(reply.id)).toEqual({});
  });

  test('who is mentioned by a change of it', async () => {
    const { id } = await createAnnotation(ann, club.place, mark('quick'));
    const reply = await createReply(ann, id, words('Hm.'));
    await editReply(ann, reply.id, { ...words(`Hm, ${at(ben)}?`), ifMatch: null });
    expect(await told(reply.id)).toEqual({ Ben: 'mention' });
  });
});

test('of a card are told who follows the one that proposes it, and its author of what others do with it', async () => {
  await follow(ben, 'person', ann.user.id);
  const wording = { kind: 'claim', statement: 'Foxes jump.', details: '', operationalization: '' } as const;
  const { id } = await createCard(ann, club.group, { ...wording, resolvesBy: null });
  const step = async () =>
    (await db().cardEvent.findFirstOrThrow({ where: { cardId: id }, orderBy: { createdAt: 'desc' } })).id;
  expect(await told(await step())).toEqual({ Ben: 'person' });
  await stepCard(cleo, { group: club.group, card: id }, { verb: 'accept', reason: '', ifMatch: null });
  expect(await told(await step())).toEqual({ Ann: 'own' });
});

test('of a decision of the moderators are told those whom it is about', async () => {
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  await deleteAnnotation(cleo, id);
  const entry = await db().moderationEntry.findFirstOrThrow({ where: { subjectId: id } });
  expect(await told(entry.id)).toEqual({ Ann: 'moderation' });
  const inbox = await inboxPage(ann, { limit: 50, unread: 'false' });
  expect(inbox.items).toMatchObject([{ kind: 'moderation', verb: 'remove', actor: null }]);
  expect(JSON.stringify(inbox)).not.toContain(cleo.user.id);
});

test('nobody is told of what was taken back with its transaction', async () => {
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  const reply = v7();
  await transaction(async () => {
    await createReply(ben, id, { id: reply, ...words('Never said.') });
    throw new Error('undone');
  }).catch(() => {});
  expect(await told(reply)).toEqual({});
});
