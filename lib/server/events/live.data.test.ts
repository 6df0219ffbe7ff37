import { describe, expect, test } from 'vitest';
import { GET } from '@/app/api/v1/groups/[group]/essays/[essay]/events/route';
import { AnnotationEvent } from '@/lib/core/annotation/annotation';
import { annotationPage } from '@/lib/server/data/annotation-list';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query, transaction } from '@/lib/server/data/database';
import { essayChannel, groupChannel, publish } from '@/lib/server/data/events';
import { person, type SignedIn } from '@/lib/server/data/person.fixture';
import { showPresence } from '@/lib/server/data/presence';
import { everything, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { changeMe } from '@/lib/server/data/users';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { eventStream } from './event-stream';
import { follow, until } from './stream-reader.fixture';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'member');
const { cursorOf } = room;
const watch = (viewer: Viewer, cursor: string | null = null) => follow(viewer, room.place, cursor);
const annotate = (viewer: SignedIn, rest = {}) => createAnnotation(viewer, room.place, mark('fox', rest));

describe('a live stream', () => {
  test('is not kept for whoever asks only for its head', async () => {
    const { place } = await readingGroup('public');
    const request = new Request('http://127.0.0.1:3000/api/v1/groups/g/essays/e/events', { method: 'HEAD' });
    const { status, body } = await GET(request, { params: Promise.resolve(place) });
    expect(status).toBe(200);
    expect(await body!.getReader().read()).toEqual({ done: true, value: undefined });
  });

  test('ends at once for somebody who left before it began', async () => {
    const { body } = await eventStream(ben, room.place, {
      cursor: null,
      address: '',
      signal: AbortSignal.abort(),
    });
    const reader = body!.getReader();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  test('tells members of what happens, with the thread as it stands', async () => {
    const stream = await watch(ben, await cursorOf(ben));
    const made = await annotate(ann, { comment: { markdown: 'hm' } });
    await createReply(ben, made.id, { comment: { markdown: 'yes' } });
    await until(() => stream.frames.length === 2);
    const [created, replied] = stream.frames.map(({ data }) => AnnotationEvent.parse(data));
    expect(created).toMatchObject({ change: 'created', id: made.id, actor: ann.user.id });
    expect(replied?.annotation?.replies).toMatchObject([{ comment: { markdown: 'yes' } }]);
    expect(stream.frames[1]?.id).toBe(await cursorOf(ben));
  });

  test('goes on where a browser left off, also before the first event', async () => {
    const start = await cursorOf(ben);
    const ids = [(await annotate(ann)).id, (await annotate(ann)).id];
    const late = await watch(ben, start);
    ids.push((await annotate(ann)).id);
    await until(() => late.frames.length === 3);
    expect(late.frames.map(({ data }) => data.id)).toEqual(ids);
    const fromTheBeginning = await watch(ben, '0.0');
    const last = late.seqs().at(-1)!;
    await until(() => fromTheBeginning.seqs().at(-1) === last);
    expect(fromTheBeginning.seqs()).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  test('keeps what is private to its author, on all of their streams', async () => {
    const [mine, also, other] = [await watch(ann), await watch(ann), await watch(ben)];
    const { id } = await annotate(ann, { visibility: 'private' });
    await until(() => mine.frames.length > 0 && also.frames.length > 0);
    expect(mine.frames[0]).toMatchObject({
      id: null,
      data: { seq: 0, id, annotation: { visibility: 'private' } },
    });
    const { id: shared } = await annotate(ann);
    await until(() => other.frames.length > 0);
    expect(other.frames.map(({ data }) => data.id)).toEqual([shared]);
  });

  test('tells the group that what became private is gone', async () => {
    const made = await annotate(ann);
    const [mine, other] = [await watch(ann), await watch(ben)];
    await editAnnotation(ann, made.id, { change: { visibility: 'private' }, ifMatch: 1 });
    await until(() => other.frames.length === 1 && mine.frames.length === 2);
    expect(other.frames[0]?.data).toMatchObject({ id: made.id, annotation: null });
    await deleteAnnotation(ann, made.id);
    await until(() => mine.frames.length === 3);
    expect(other.frames).toHaveLength(1);
  });

  test('brings private changes of another device that happened while it was away', async () => {
    await annotate(ben);
    const cursor = await cursorOf(ann);
    const { id } = await annotate(ann, { visibility: 'private' });
    const back = await watch(ann, cursor);
    await until(() => back.frames.some(({ data }) => data.id === id));
  });

  test.each([
    ['another epoch', 'zzzz.1'],
    ['a place that is yet to come', null],
    ['no cursor at all', 'rubbish'],
  ])('asks to fetch afresh after %s, once, and goes on', async (_name, cursor) => {
    const now = await cursorOf(ben);
    const stream = await watch(ben, cursor ?? `${now.split('.')[0]}.999999`);
    await until(() => stream.frames.length === 1);
    expect(stream.frames[0]).toMatchObject({ event: 'resync', id: now });
    await annotate(ann);
    await until(() => stream.frames.length === 2);
    expect(stream.frames[1]?.event).toBe('annotation');
  });

  test('asks to fetch afresh when events it would need are forgotten', async () => {
    const old = await cursorOf(ben);
    await annotate(ann);
    await annotate(ann);
    const seq = Number(old.split('.')[1]);
    const channel = essayChannel(room.group, room.essay);
    await query('forget', 'DELETE FROM event WHERE channel_id = $1 AND seq = $2::int', [channel, seq + 1]);
    const stream = await watch(ben, old);
    await until(() => stream.frames.length === 1);
    expect(stream.frames[0]?.event).toBe('resync');
  });

  test('asks everybody to fetch afresh when the database is another', async () => {
    const stream = await watch(ben);
    const channel = essayChannel(room.group, room.essay);
    await query('restore', `UPDATE channel SET epoch = 'restored' WHERE id = $1`, [channel]);
    await annotate(ann);
    await until(() => stream.frames.length === 1);
    expect(stream.frames[0]).toMatchObject({ event: 'resync', id: await cursorOf(ben) });
  });
});

test('everybody who sees a name fetches afresh when it changes', async () => {
  await annotate(ann);
  const [stream, elsewhere] = [await watch(ben), await readingGroup('public')];
  const other = await follow(ben, elsewhere.place);
  await changeMe(ann, { name: 'Anne' });
  await until(() => stream.frames.length === 1);
  expect(stream.frames[0]).toMatchObject({ event: 'resync', id: await cursorOf(ben) });
  const { json } = await annotationPage(ben, { params: room.place, query: everything }, null);
  expect(json).toContain('"Anne"');
  expect(json).not.toContain('"Ann"');
  expect(other.frames).toEqual([]);
});

describe('who may listen', () => {
  test('strangers find no stream, and those of members end when they are removed', async () => {
    const guest = await room.join('Guy', 'reader');
    const stream = await watch(guest);
    await expect(watch(visitor)).rejects.toMatchObject({ status: 404 });
    await transaction(async () => {
      await db().membership.deleteMany({ where: { userId: guest.user.id } });
      const event = { kind: 'member', change: 'deleted', entity: guest.user.id, actor: null };
      await publish({ ...event, channel: groupChannel(room.group) });
    });
    await until(() => stream.isEnded(), 1_000);
  });

  test('a removed member gets nothing more, even when nobody told of the removal', async () => {
    const guest = await room.join('Gus', 'reader');
    const stream = await watch(guest);
    await db().membership.deleteMany({ where: { userId: guest.user.id } });
    await annotate(ann);
    await until(() => stream.isEnded());
    expect(stream.frames).toEqual([]);
  });

  test('a person has at most six streams', async () => {
    const streams = await Promise.all(Array.from({ length: 6 }, () => watch(ben)));
    await expect(watch(ben)).rejects.toMatchObject({ status: 429 });
    await streams[0]?.stop();
    await watch(ben);
  });
});

describe('presence', () => {
  test('is seen by members only, and not of those who do not want it', async () => {
    const club = await readingGroup('public');
    const cat = await club.join('Cat', 'reader');
    const dan = await club.join('Dan', 'member');
    const [member, stranger] = [await follow(cat, club.place), await follow(visitor, club.place)];
    await showPresence(dan, { params: club.place, body: { block: 4 } });
    await until(() => member.frames.length === 1);
    expect(member.frames[0]).toMatchObject({
      event: 'presence',
      data: { id: dan.user.id, name: 'Dan', block: 4 },
    });
    const later = await follow(cat, club.place);
    await until(() => later.frames.length === 1);
    await showPresence(dan, { params: club.place, body: { block: 4, leaving: true } });
    await until(() => member.frames.length === 2);
    expect(member.frames[1]?.data.block).toBeNull();
    await showPresence(dan, { params: club.place, body: { block: 4 } });
    await until(() => member.frames.length === 3);
    await changeMe(dan, { settings: { presence: false } });
    await until(() => member.frames.length === 4);
    expect(member.frames[3]?.data).toMatchObject({ id: dan.user.id, block: null });
    await showPresence(dan, { params: club.place, body: { block: 5 } });
    await showPresence(cat, { params: club.place, body: { block: 6 } });
    await until(() => member.frames.length === 5);
    expect(member.frames[4]?.data.id).toBe(cat.user.id);
    expect(stranger.frames).toEqual([]);
    const nobody = await person('Nob');
    await expect(showPresence(nobody, { params: club.place, body: { block: 1 } })).rejects.toMatchObject({
      status: 403,
    });
  });
});
