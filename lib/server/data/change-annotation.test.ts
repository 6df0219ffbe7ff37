import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Annotation } from '@/lib/core/annotation/annotation';
import { Problem } from '@/lib/core/api/problem';
import { deleteAnnotation, editAnnotation, restoreAnnotation, setResolved } from './change-annotation';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { person, type SignedIn } from './person.fixture';
import { mark, readingGroup } from './reading-group.fixture';
import { createReply } from './replies';
import { annotationHistory } from './revisions';
import { readThread } from './thread';
import { visitor } from './viewer';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'member');
const mod = await room.join('Mod', 'moderator');
const stranger = await person('Sam');

const annotate = (rest = {}) => createAnnotation(ann, room.place, mark('fox', rest));
const words = (markdown: string) => ({ comment: { markdown } });
const edit = (viewer: SignedIn, id: string, change: object, ifMatch: number | null = null) =>
  editAnnotation(viewer, id, { change, ifMatch });
const events = (id: string) => db().event.count({ where: { entityId: id } });

describe('editing', () => {
  test('keeps every earlier text, with the time it was written', async () => {
    const made = await annotate({ tags: ['claim'], ...words('one') });
    const second = await edit(ann, made.id, words('two'), 1);
    const third = await edit(ann, made.id, { tags: ['crux'], comment: null }, 2);
    expect(Annotation.parse(third)).toMatchObject({ version: 3, tags: ['crux'], comment: null });
    const { items } = await annotationHistory(ben, made.id);
    expect(items.map(({ version, tags, comment }) => [version, tags, comment?.markdown])).toEqual([
      [2, ['claim'], 'two'],
      [1, ['claim'], 'one'],
    ]);
    expect(items.map(({ created }) => created)).toEqual([second.modified, made.created]);
  });

  test('on an old version answers 412 with how it is now, and changes nothing', async () => {
    const made = await annotate(words('one'));
    const now = await edit(ann, made.id, words('two'), 1);
    await expect(edit(ann, made.id, words('three'), 1)).rejects.toMatchObject({
      status: 412,
      extensions: { current: now },
    });
    expect(await readThread(ann, made.id)).toEqual(now);
  });

  test('by two at once loses no text: every accepted one is the current one or in the history', async () => {
    const made = await annotate(words('begin'));
    const accepted = ['begin'];
    const writer = async (name: string) => {
      for (let index = 0; index < 20; index++) {
        const { version } = await readThread(ann, made.id);
        const text = `${name} ${index}`;
        const done = await edit(ann, made.id, words(text), version).catch((error: Problem) => error.status);
        if (done === 412) continue;
        accepted.push(text);
      }
    };
    await Promise.all([writer('left'), writer('right')]);
    const { items } = await annotationHistory(ann, made.id);
    const kept = [
      ...items.map(({ comment }) => comment?.markdown),
      (await readThread(ann, made.id)).comment?.markdown,
    ];
    expect(kept.sort()).toEqual(accepted.sort());
    expect(kept.length).toBeGreaterThan(20);
  }, 20_000);

  test('what is the same already changes nothing and tells nobody', async () => {
    const made = await annotate({ tags: ['crux'], ...words('same') });
    expect(await edit(ann, made.id, { tags: ['crux'], ...words('same'), visibility: 'group' }, 1)).toEqual(
      made,
    );
    expect(await events(made.id)).toBe(1);
  });

  test('refuses tags that the group does not have, but keeps one that was retired', async () => {
    const made = await annotate({ tags: ['failure-mode'] });
    await expect(edit(ann, made.id, { tags: ['nonsense'] })).rejects.toMatchObject({ status: 422 });
    await db().tag.updateMany({
      where: { groupId: room.group, slug: 'failure-mode' },
      data: { retiredAt: new Date() },
    });
    expect((await edit(ann, made.id, { tags: ['failure-mode', 'crux'] })).tags).toEqual([
      'crux',
      'failure-mode',
    ]);
    const other = await annotate();
    await expect(edit(ann, other.id, { tags: ['failure-mode'] })).rejects.toMatchObject({ status: 422 });
    await expect(annotate({ tags: ['failure-mode'] })).rejects.toMatchObject({ status: 422 });
  });

  test('to private is refused once others have replied', async () => {
    const made = await annotate();
    await createReply(ann, made.id, words('me'));
    expect(await edit(ann, made.id, { visibility: 'private' })).toMatchObject({
      visibility: 'private',
      version: 2,
    });
    await expect(readThread(mod, made.id)).rejects.toMatchObject({ status: 404 });
    await edit(ann, made.id, { visibility: 'group' });
    await createReply(ben, made.id, words('you'));
    await expect(edit(ann, made.id, { visibility: 'private' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('replied'),
    });
  });
});

describe('deleting', () => {
  test('hides it from all, and undo brings the thread back as it was', async () => {
    const { id } = await annotate(words('hm'));
    await createReply(ben, id, words('yes'));
    const before = await readThread(ben, id);
    await deleteAnnotation(ann, id);
    await expect(readThread(ann, id)).rejects.toMatchObject({ status: 404 });
    await expect(createReply(ben, id, words('late'))).rejects.toMatchObject({ status: 404 });
    await expect(deleteAnnotation(ann, id)).rejects.toMatchObject({ status: 404 });
    expect(await restoreAnnotation(ann, id)).toEqual(before);
    expect(await restoreAnnotation(ann, id)).toEqual(before);
    expect(await events(id)).toBe(4);
  });

  test('by a moderator cannot be undone by the author', async () => {
    const { id } = await annotate();
    await deleteAnnotation(mod, id);
    await expect(restoreAnnotation(ann, id)).rejects.toMatchObject({ status: 404 });
    expect((await restoreAnnotation(mod, id)).id).toBe(id);
  });
});

test('a thread is resolved and opened again, each once', async () => {
  const { id } = await annotate();
  expect((await setResolved(mod, id, true)).resolved?.by).toEqual({ id: mod.user.id, name: 'Mod' });
  await setResolved(ann, id, true);
  expect((await setResolved(ann, id, false)).resolved).toBeNull();
  expect(await events(id)).toBe(3);
});

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error) => (error instanceof Problem ? error.status : error),
  );

/** Ann is the author. */
const who = {
  ann: () => ann,
  ben: () => ben,
  mod: () => mod,
  stranger: () => stranger,
  visitor: () => visitor,
};
type Who = keyof typeof who;

describe('who may do what to an annotation of Ann', () => {
  test.each<[string, (viewer: SignedIn, id: string) => Promise<unknown>, Record<Who, number>]>([
    ['read it', readThread, { ann: 200, ben: 200, mod: 200, stranger: 404, visitor: 404 }],
    [
      'edit it',
      (viewer, id) => edit(viewer, id, words('x')),
      { ann: 200, ben: 403, mod: 403, stranger: 404, visitor: 404 },
    ],
    ['delete it', deleteAnnotation, { ann: 200, ben: 403, mod: 200, stranger: 404, visitor: 404 }],
    [
      'resolve it',
      (viewer, id) => setResolved(viewer, id, true),
      { ann: 200, ben: 403, mod: 200, stranger: 404, visitor: 404 },
    ],
    [
      'reply to it',
      (viewer, id) => createReply(viewer, id, words('x')),
      { ann: 200, ben: 200, mod: 200, stranger: 404, visitor: 404 },
    ],
    ['see its history', annotationHistory, { ann: 200, ben: 200, mod: 200, stranger: 404, visitor: 404 }],
  ])('%s', async (_name, act, expected) => {
    for (const name of Object.keys(who) as Who[]) {
      const viewer = who[name]() as SignedIn;
      expect([name, await statusOf(act(viewer, (await annotate()).id))]).toEqual([name, expected[name]]);
      const hidden = await annotate({ visibility: 'private' });
      const onPrivate = await statusOf(act(viewer, hidden.id));
      expect([name, onPrivate]).toEqual([name, name === 'ann' ? 200 : 404]);
    }
  });

  test('nothing is found by an id that is none', async () => {
    for (const id of [v7(), 'x', `${v7()}x`, '']) expect(await statusOf(readThread(ann, id))).toBe(404);
  });

  test('what is off the reading list is not found', async () => {
    const other = await readingGroup();
    const cat = await other.join('Cat', 'member');
    const { id } = await createAnnotation(cat, other.place, mark('fox'));
    await db().readingListEntry.deleteMany({ where: { groupId: other.group } });
    expect(await statusOf(readThread(cat, id))).toBe(404);
    expect(await statusOf(createAnnotation(cat, other.place, mark('fox')))).toBe(404);
  });
});
