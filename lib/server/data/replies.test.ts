import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { Reply } from '@/lib/core/annotation/annotation';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import type { SignedIn } from './person.fixture';
import { reactToAnnotation, reactToReply } from './reactions';
import { mark, readingGroup } from './reading-group.fixture';
import { createReply, deleteReply, editReply, restoreReply } from './replies';
import { replyHistory } from './revisions';
import { readThread } from './thread';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'member');
const mod = await room.join('Mod', 'moderator');
let thread: string;
beforeEach(async () => {
  thread = (await createAnnotation(ann, room.place, mark('fox'))).id;
});

const words = (markdown: string) => ({ comment: { markdown } });
const say = (viewer: SignedIn, text: string, parent: string | null = null) =>
  createReply(viewer, thread, { parent, ...words(text) });
const thereAre = async () =>
  (await readThread(ann, thread)).replies.map(({ comment }) => comment?.markdown ?? null);

describe('a reply', () => {
  test('is answered as it then stands in the thread', async () => {
    const made = await say(ben, 'a *b*');
    expect(Reply.parse(made)).toEqual(made);
    const answer = await say(ann, 'c', made.id);
    expect((await readThread(mod, thread)).replies).toEqual([made, answer]);
    expect(answer.parent).toBe(made.id);
  });

  test('makes the thread active', async () => {
    const before = (await readThread(ann, thread)).active;
    await say(ben, 'hm');
    expect(Date.parse((await readThread(ann, thread)).active)).toBeGreaterThanOrEqual(Date.parse(before));
  });

  test('needs words, and a parent in the same thread', async () => {
    await expect(say(ben, ' \n ')).rejects.toMatchObject({ status: 422 });
    const elsewhere = await say(ben, 'elsewhere');
    thread = (await createAnnotation(ann, room.place, mark('dog'))).id;
    await expect(say(ben, 'hm', elsewhere.id)).rejects.toMatchObject({ status: 422 });
    await expect(say(ben, 'hm', v7())).rejects.toMatchObject({ status: 422 });
  });

  test('sent twenty times at once is one reply', async () => {
    const draft = { id: v7(), ...words('once') };
    const answers = await Promise.all(Array.from({ length: 20 }, () => createReply(ben, thread, draft)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await thereAre()).toEqual(['once']);
    await expect(createReply(ann, thread, draft)).rejects.toMatchObject({ status: 409 });
    await expect(createReply(ben, thread, { ...draft, ...words('other') })).rejects.toMatchObject({
      status: 409,
    });
  });

  test('is edited by its author alone, and its earlier texts are kept', async () => {
    const { id } = await say(ben, 'one');
    const edited = await editReply(ben, id, { ...words('two'), ifMatch: 1 });
    expect(edited).toMatchObject({ version: 2, comment: { markdown: 'two' } });
    await expect(editReply(ben, id, { ...words('three'), ifMatch: 1 })).rejects.toMatchObject({
      status: 412,
      extensions: { current: edited },
    });
    for (const viewer of [ann, mod])
      await expect(editReply(viewer, id, { ...words('x'), ifMatch: null })).rejects.toMatchObject({
        status: 403,
      });
    expect((await replyHistory(ann, id)).items).toMatchObject([
      { version: 1, comment: { markdown: 'one' }, tags: [] },
    ]);
  });

  test('that is deleted leaves an empty place while a living one stands below it', async () => {
    const root = await say(ben, 'root');
    const child = await say(ann, 'child', root.id);
    const grandchild = await say(ben, 'grandchild', child.id);
    await deleteReply(ben, root.id);
    expect(await thereAre()).toEqual([null, 'child', 'grandchild']);
    await deleteReply(mod, child.id);
    expect(await thereAre()).toEqual([null, null, 'grandchild']);
    await deleteReply(ben, grandchild.id);
    expect(await thereAre()).toEqual([]);
    await restoreReply(ben, grandchild.id);
    expect(await thereAre()).toEqual([null, null, 'grandchild']);
    await expect(restoreReply(ann, child.id)).rejects.toMatchObject({ status: 404 });
    expect((await restoreReply(ben, root.id)).comment?.markdown).toBe('root');
    await expect(replyHistory(ann, child.id)).rejects.toMatchObject({ status: 404 });
  });

  test('of another is not deleted by a member', async () => {
    const { id } = await say(ben, 'mine');
    await expect(deleteReply(ann, id)).rejects.toMatchObject({ status: 403 });
  });
});

describe('reactions', () => {
  test('agree and disagree replace each other, helpful stands apart', async () => {
    const react = (kind: string, on = true) => reactToAnnotation(ben, thread, { kind, on });
    await react('agree');
    await react('helpful');
    expect(await react('disagree')).toEqual({ disagree: [ben.user.id], helpful: [ben.user.id] });
    await reactToAnnotation(ann, thread, { kind: 'disagree', on: true });
    expect(await react('helpful', false)).toEqual({ disagree: [ann.user.id, ben.user.id].sort() });
    await expect(react('hate')).rejects.toMatchObject({ status: 404 });
  });

  test('given again change nothing and tell nobody, even ten at once', async () => {
    const { id } = await say(ben, 'hm');
    const before = await db().event.count({ where: { entityId: thread } });
    await Promise.all(Array.from({ length: 10 }, () => reactToReply(ann, id, { kind: 'agree', on: true })));
    expect((await readThread(ann, thread)).replies[0]?.reactions).toEqual({ agree: [ann.user.id] });
    expect(await db().event.count({ where: { entityId: thread } })).toBe(before + 1);
  });

  test('need a member', async () => {
    const reader = await room.join('Rea', 'reader');
    await expect(reactToAnnotation(reader, thread, { kind: 'agree', on: true })).rejects.toMatchObject({
      status: 403,
    });
  });
});

test('sixteen writers of one essay get numbers without gap or repetition', async () => {
  const channel = `essay:${room.group}:${room.essay}`;
  const threads = await Promise.all(
    Array.from({ length: 16 }, () => createAnnotation(ann, room.place, mark('dog'))),
  );
  await Promise.all(
    threads.map(async ({ id }) => {
      for (let index = 0; index < 5; index++) await createReply(ben, id, words(String(index)));
    }),
  );
  const seqs = (await db().event.findMany({ where: { channelId: channel }, orderBy: { seq: 'asc' } })).map(
    ({ seq }) => Number(seq),
  );
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect((await db().channel.findUniqueOrThrow({ where: { id: channel } })).seq).toBe(BigInt(seqs.length));
}, 20_000);
