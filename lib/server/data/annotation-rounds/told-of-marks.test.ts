import { expect, test } from 'vitest';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { reactToAnnotation } from '@/lib/server/data/reactions';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { createReply, deleteReply } from '@/lib/server/data/replies';
import type { Viewer } from '@/lib/server/data/viewer';
import { follow, until } from '@/lib/server/events/stream-reader.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { cancelAnnotationRound, revealAnnotationRound } from './lead-round';
import { roundClub } from './round-club.fixture';

const words = { comment: { markdown: 'Hm.' } };

/** Everything that can be done with a mark, and how many times others are told that something was. */
async function doAll(who: Viewer, place: { group: string; essay: string }): Promise<number> {
  const note = await createAnnotation(who, place, mark('fox', { visibility: 'private' }));
  const { id } = await createAnnotation(who, place, mark('quick', { tags: ['claim'] }));
  const edit = (one: string, change: object) => editAnnotation(who, one, { change, ifMatch: null });
  await edit(id, { tags: ['crux'] });
  const reply = await createReply(who, id, words);
  await deleteReply(who, reply.id);
  await reactToAnnotation(who, id, { kind: 'helpful', on: true });
  await edit(note.id, { visibility: 'group' });
  await edit(note.id, { visibility: 'private' });
  await edit(note.id, { visibility: 'group' });
  await deleteAnnotation(who, id);
  await restoreAnnotation(who, id);
  await deleteAnnotation(who, id);
  return 11;
}

test('of what is sealed moderators and owners hear no more than members, which is nothing but that they count', async () => {
  const { ann, mo, place, join, begin } = await roundClub();
  const others = [mo, await join('Olga', 'owner'), await join('Cy', 'member')];
  await begin();
  const streams = await Promise.all(others.map((one) => follow(one, place)));
  const own = await follow(ann, place);
  const count = await doAll(ann, place);
  await until(() => streams.every(({ frames }) => frames.length >= count));
  for (const { frames } of streams)
    expect(new Set(frames.map(({ data: { seq: _, ...rest } }) => JSON.stringify(rest)))).toEqual(
      new Set([
        JSON.stringify({
          kind: 'annotation',
          change: 'edited',
          id: '00000000-0000-0000-0000-000000000000',
          actor: null,
          annotation: null,
        }),
      ]),
    );
  await until(() => own.frames.some(({ data }) => data.change === 'deleted' && data.actor === ann.user.id));
});

test('marks that were seen before a planned round begins go from the pages of its annotators, who fetch afresh', async () => {
  const { ann, ben, place, begin, claim, seen } = await roundClub();
  await claim(ben, 'quick');
  const round = await begin({ opens: '2100-01-01T00:00:00Z' });
  const stream = await follow(ann, place);
  expect(await seen(ann)).toEqual(['Ben']);
  await query('pass', 'UPDATE annotation_round SET opens_at = now() WHERE id = $1::uuid', [round.id]);
  await db().job.updateMany({ where: { key: `${round.id} open` }, data: { runAt: new Date(0) } });
  await runDue('annotation-round');
  await until(() => stream.frames.some(({ event }) => event === 'resync'));
  expect(await seen(ann)).toEqual([]);
});

test('a reveal tells open pages to fetch afresh, and nothing of each mark', async () => {
  const { mo, ann, place, join, begin, at, claim } = await roundClub();
  const round = await begin();
  for (const one of ['quick', 'fox', 'lazy']) await claim(ann, one);
  const { frames } = await follow(await join('Cy', 'member'), place);
  await revealAnnotationRound(mo, at(round));
  await until(() => frames.length > 0);
  expect(frames.map(({ event }) => event)).toEqual(['resync']);
  await claim(ann, 'dog');
  await until(() => frames.length > 1);
  const [fresh, next] = frames.map(({ id }) => Number(id?.split('.')[1]));
  expect(next).toBe((fresh ?? 0) + 1);
});

/** What the webhooks of a group have been told, and in how many statements. */
async function told(group: string) {
  const rows = await query<{ message: string; command: string }>(
    'told-webhooks',
    `SELECT concat_ws(' ', d.type, d.data ->> 'essay', coalesce(d.data ->> 'reply', d.data ->> 'id'), d.data ->> 'actor') AS message,
       d.cmin::text AS command FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE w.group_id = $1::uuid`,
    [group],
  );
  await db().webhookDelivery.deleteMany({ where: { webhook: { groupId: group } } });
  return {
    messages: rows.map(({ message }) => message).sort(),
    writes: new Set(rows.map(({ command }) => command)).size,
  };
}

async function toldClub() {
  const club = await roundClub();
  const { group: groupId, mo } = club;
  await db().webhook.create({
    data: {
      id: crypto.randomUUID(),
      groupId,
      url: 'https://hooks.example/',
      createdById: mo.user.id,
      events: ['annotation', 'round', 'group'],
    },
  });
  return club;
}

test('webhooks hear that a round begins and is revealed, and then of each mark and reply it shows, at once', async () => {
  const { group, essay, place, mo, ann, ben, begin, at, claim } = await toldClub();
  const round = await begin();
  expect((await told(group)).messages).toEqual([`round.begun ${essay} ${round.id} ${mo.user.id}`]);
  await doAll(ann, place);
  const [one, other] = [await claim(ann, 'quick'), await claim(ben, 'lazy')];
  const reply = await createReply(ben, other.id, words);
  const note = await createAnnotation(ben, place, mark('fox', { visibility: 'private' }));
  const gone = await claim(ben, 'dog');
  await deleteAnnotation(ben, gone.id);
  expect((await told(group)).messages).toEqual([]);
  const shown = await db().annotation.findMany({
    where: { roundId: round.id, deletedAt: null },
    select: { id: true, authorId: true },
  });
  expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, other.id]));
  expect(shown.map(({ id }) => id)).not.toContain(note.id);
  await revealAnnotationRound(mo, at(round));
  const { messages, writes } = await told(group);
  expect(messages).toEqual(
    [
      ...shown.map(({ id, authorId }) => `annotation.created ${essay} ${id} ${authorId}`),
      `annotation.replied ${essay} ${reply.id} ${ben.user.id}`,
      `round.revealed ${essay} ${round.id} ${mo.user.id}`,
    ].sort(),
  );
  expect(writes).toBe(2);
});

test('webhooks hear of a round that is cancelled and of its marks, but for those that wait for a moderator', async () => {
  const { group, essay, mo, ann, ben, begin, at, claim } = await toldClub();
  const round = await begin();
  const mine = await claim(ann, 'quick');
  await told(group);
  await cancelAnnotationRound(mo, at(round));
  expect((await told(group)).messages).toContain(`annotation.created ${essay} ${mine.id} ${ann.user.id}`);
  await db().group.update({ where: { id: group }, data: { reviewFirst: 9 } });
  const next = await begin();
  await claim(ben, 'fox');
  await told(group);
  await cancelAnnotationRound(mo, at(next));
  expect((await told(group)).messages).toEqual([`round.cancelled ${essay} ${next.id} ${mo.user.id}`]);
});
