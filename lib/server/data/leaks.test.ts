import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { AnnotationEvent } from '@/lib/core/annotation/annotation';
import { follow, followGroup, until } from '@/lib/server/events/stream-reader.fixture';
import { annotationPage } from './annotation-list';
import { createApiToken } from './api-tokens';
import { takePosition } from './cards/positions';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from './change-annotation';
import { createAnnotation } from './create-annotation';
import { db, transaction } from './database';
import { userChannel } from './events';
import { once } from './idempotency';
import { createInvitation } from './invitations';
import { changeRole, removeMember } from './members';
import { ban } from './moderation/bans';
import { moderatedGroup } from './moderation/moderated-group.fixture';
import { everything, mark, readingGroup } from './reading-group.fixture';
import { readingBody, readingHead } from './reading-page';
import { renderedArticle } from './rendered-article';
import { createReply, deleteReply, editReply, restoreReply } from './replies';
import { annotationHistory, replyHistory } from './revisions';
import { changeTag } from './tags';
import { type Viewer, visitor } from './viewer';

const ifMatch = null;
const words = (markdown: string) => ({ comment: { markdown } });

describe('the reading page', () => {
  test('what became private after the page’s head was read is not in the body that others share', async () => {
    const { group, essay, place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const head = await readingHead(ann, group, essay);
    await createAnnotation(ann, place, mark('quick', { visibility: 'private' }));
    expect((await readingBody(ann, head)).highlights).toEqual([]);
    const next = await readingHead(ann, group, essay);
    expect((await readingBody(ann, next)).highlights).toHaveLength(1);
  });

  test('a word of the vocabulary that changes is another page', async () => {
    const { group, essay, place, join } = await readingGroup('public');
    const owner = await join('Olu', 'owner');
    await db().essayVersion.updateMany({
      where: { essayId: essay },
      data: { document: { type: 'doc', content: [] } },
    });
    await createAnnotation(owner, place, mark('quick', { tags: ['claim'] }));
    const keyNow = async () => (await renderedArticle(visitor, await readingHead(visitor, group, essay))).key;
    const before = await keyNow();
    expect(await keyNow()).toBe(before);
    await changeTag(owner, { group, tag: 'claim' }, { slot: 4 });
    expect(await keyNow()).not.toBe(before);
  });
});

test('one’s private annotations are on no page of another, even when their own channels stand alike', async () => {
  const { place, join } = await readingGroup();
  const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
  for (const person of [ann, ben])
    await createAnnotation(person, place, mark('quick', { visibility: 'private' }));
  await db().channel.updateMany({
    where: { id: { in: [ann, ben].map(({ user }) => userChannel(user.id)) } },
    data: { epoch: 'same' },
  });
  const authorsFor = async (viewer: Viewer) => {
    const { json } = await annotationPage(viewer, { params: place, query: everything }, null);
    return JSON.parse(json).items.map(({ creator }: { creator: { name: string } }) => creator.name);
  };
  expect(await authorsFor(ann)).toEqual(['Ann']);
  expect(await authorsFor(ben)).toEqual(['Ben']);
});

test('what was written while an annotation was private is in no history once others see it', async () => {
  const { place, join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const ben = await join('Ben', 'member');
  const draft = mark('quick', { visibility: 'private', ...words('First, in anger.') });
  const { id } = await createAnnotation(ann, place, draft);
  const reply = await createReply(ann, id, words('A note to myself.'));
  await editReply(ann, reply.id, { ...words('A note for all.'), ifMatch });
  await editAnnotation(ann, id, { change: words('Second, calmer.'), ifMatch });
  await editAnnotation(ann, id, { change: { ...words('Third, for all.'), visibility: 'group' }, ifMatch });
  expect((await annotationHistory(ben, id)).items).toEqual([]);
  expect((await replyHistory(ben, reply.id)).items).toEqual([]);
  await editAnnotation(ann, id, { change: words('Fourth.'), ifMatch });
  const { items } = await annotationHistory(ben, id);
  expect(items.map(({ comment }) => comment?.markdown)).toEqual(['Third, for all.']);
});

test('who has left a public group brings back nothing that they deleted there', async () => {
  const { group, place, join } = await readingGroup('public');
  const owner = await join('Olu', 'owner');
  const ann = await join('Ann', 'member');
  const { id } = await createAnnotation(ann, place, mark('quick'));
  const kept = await createAnnotation(owner, place, mark('fox'));
  const reply = await createReply(ann, kept.id, words('A reply.'));
  await deleteReply(ann, reply.id);
  await deleteAnnotation(ann, id);
  await removeMember(owner, group, ann.user.id);
  await expect(restoreAnnotation(ann, id)).rejects.toMatchObject({ status: 403 });
  await expect(restoreReply(ann, reply.id)).rejects.toMatchObject({ status: 403 });
});

test('a link is not made by somebody who is losing the power to make it', async () => {
  const { group, join } = await readingGroup();
  const owner = await join('Olu', 'owner');
  const ann = await join('Ann', 'moderator');
  let demoted = () => {};
  // Begun out here: within the transaction it would be part of it.
  const made = new Promise<void>((resolve) => {
    demoted = resolve;
  }).then(() => createInvitation(ann, group, { role: 'moderator', days: 1, maxUses: null }));
  made.catch(() => {});
  await transaction(async () => {
    await changeRole(owner, group, { user: ann.user.id, role: 'member' });
    demoted();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await expect(made).rejects.toMatchObject({ status: 403 });
});

test('tokens that have expired, and that nobody sees any more, leave room for new ones', async () => {
  const { join } = await readingGroup();
  const ann = await join('Ann', 'member');
  const old = (at: number) => ({
    id: v7(),
    userId: ann.user.id,
    name: 'Old',
    tokenHash: `${ann.user.id} ${at}`,
    scope: 'read',
    expiresAt: new Date(0),
  });
  await db().apiToken.createMany({ data: Array.from({ length: 100 }, (_, at) => old(at)) });
  const token = { name: 'New', scope: 'read', days: 1, tokenHash: ann.user.id } as const;
  expect(await createApiToken(ann, token)).toMatchObject({ name: 'New' });
});

test.each<[name: string, lose: (club: Awaited<ReturnType<typeof moderatedGroup>>) => Promise<unknown>]>([
  ['was banned', ({ mod, group, ben }) => ban(mod, { group, user: ben.user.id }, 'Enough.')],
  ['left', ({ group, ben }) => removeMember(ben, group, ben.user.id)],
  [
    'is a reader by now',
    async ({ join, group, ben }) =>
      changeRole(await join('Olu', 'owner'), group, { user: ben.user.id, role: 'reader' }),
  ],
])('who %s gets no answer again that was kept for a repeated request', async (_, lose) => {
  const club = await moderatedGroup();
  const { ben, annotation } = club;
  const note = await annotation('For members.');
  const claim = { key: v7(), requestHash: 'a' };
  const answer = async () => ({
    status: 201,
    body: JSON.stringify(await createReply(ben, note.id, words('Yes.'))),
  });
  const others = { key: v7(), requestHash: 'b' };
  await once(club.ann, others, async () => ({ status: 200, body: 'kept' }));
  await once(ben, claim, answer);
  expect(await once(ben, claim, answer)).toMatchObject({ replayed: true });
  await lose(club);
  await expect(once(ben, claim, answer)).rejects.toMatchObject({
    code: expect.stringMatching(/^(not-found|forbidden)$/),
  });
  expect(await once(club.ann, others, answer)).toMatchObject({ body: 'kept', replayed: true });
});

test('of what is held from the start to the end others get nothing but numbers, and moderators all of it', async () => {
  const { group, place, mod, ann, ben, annotation, reply, card, decide, cursorOf } = await moderatedGroup(9);
  const open = await annotation('Open.', mod);
  const [start, cards] = [await cursorOf(ben), { group, about: 'cards' as const }];
  const [theirs, ours] = [await follow(ben, place, start), await follow(mod, place, start)];
  const [theirCards, ourCards] = [await followGroup(ben, cards), await followGroup(mod, cards)];
  const note = await annotation('Waits.');
  await editAnnotation(ann, note.id, { change: words('Still waits.'), ifMatch });
  await createReply(mod, note.id, words('Why?'));
  const answer = await reply('Waits too.', open);
  await editReply(ann, answer.id, { ...words('Waits on.'), ifMatch });
  const statement = await card('It waits.');
  await takePosition(ann, { group, card: statement.id }, { credence: 9, reason: '', wouldChangeMind: '' });
  await decide('hide', note, answer, statement);
  await deleteReply(ann, answer.id);
  await deleteAnnotation(ann, note.id);
  await until(() => ours.frames.length === 9 && ourCards.frames.length === 3);
  await until(() => theirs.frames.length === 9 && theirCards.frames.length === 3);
  expect(theirs.seqs()).toEqual(ours.seqs());
  const nothing = { change: 'edited', id: '00000000-0000-0000-0000-000000000000', actor: null };
  for (const { data } of [...theirs.frames, ...theirCards.frames]) {
    expect(data).toMatchObject({ ...nothing, ...(data.kind === 'annotation' && { annotation: null }) });
    AnnotationEvent.shape.id.parse(data.id);
  }
  expect(new Set(ours.frames.map(({ data }) => data.id))).toEqual(new Set([note.id, open.id]));
  expect(new Set(ourCards.frames.map(({ data }) => data.id))).toEqual(new Set([statement.id]));
});

test('what others saw and see no more is named to them, so that it goes', async () => {
  const { place, ann, ben, annotation, decide, cursorOf, group } = await moderatedGroup();
  const [one, two] = [await annotation('One.'), await annotation('Two.')];
  const { frames } = await follow(ben, place, await cursorOf(ben));
  await decide('hide', one);
  await db().group.update({ where: { id: group }, data: { reviewFirst: 9 } });
  await editAnnotation(ann, two.id, { change: words('Otherwise.'), ifMatch });
  await until(() => frames.length === 2);
  expect(frames).toMatchObject([one, two].map(({ id }) => ({ data: { id, annotation: null, actor: null } })));
});
