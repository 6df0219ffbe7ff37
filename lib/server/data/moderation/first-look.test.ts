import { describe, expect, test } from 'vitest';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { editReply } from '@/lib/server/data/replies';
import { readThread } from '@/lib/server/data/thread';
import { runDue } from '@/lib/server/jobs/worker';
import { moderatedGroup } from './moderated-group.fixture';

const ifMatch = null;
const comment = (markdown: string) => ({ comment: { markdown } });

describe('where a group looks at the first two contributions of a member', () => {
  test('they are seen by their author and moderators until they are approved, and the third by all', async () => {
    const { annotation, reply, queue, decide, sees, mod, ann, ben, reader } = await moderatedGroup(2);
    const note = await annotation('First.');
    expect(await Promise.all([mod, ann, ben, reader].map((viewer) => sees(viewer, note)))).toEqual([
      'pending',
      'pending',
      'nothing',
      'nothing',
    ]);
    await decide('approve', note);
    const answer = await reply('Second.', note);
    expect((await readThread(ben, note.id)).replies).toEqual([]);
    expect((await readThread(ann, note.id)).replies).toMatchObject([{ held: { as: 'pending' } }]);
    expect((await queue('waiting')).map(({ id }) => id)).toEqual([answer.id]);
    await decide('approve', answer);
    expect(await sees(ben, await annotation('Third.'))).toBe('shown');
  });

  test('cards count and wait as notes do', async () => {
    const { card, decide, queue, mod } = await moderatedGroup(2);
    const [one, two] = [await card('It rains.'), await card('It pours.')];
    await decide('approve', one, two);
    await card('It stops.');
    expect(await queue()).toEqual([]);
    await card('Moderators know.', mod);
    expect(await queue()).toEqual([]);
  });

  test('an approved one waits again when it is reworded', async () => {
    const { annotation, reply, decide, queue, sees, ann, ben } = await moderatedGroup(3);
    const note = await annotation('First.');
    await decide('approve', note);
    const answer = await reply('Second.', note);
    await decide('approve', answer);
    await editAnnotation(ann, note.id, { change: comment('First, but otherwise.'), ifMatch });
    expect([await sees(ann, note), await sees(ben, note)]).toEqual(['pending', 'nothing']);
    await editReply(ann, answer.id, { ...comment('Second, but otherwise.'), ifMatch });
    expect((await queue('edited')).map(({ id }) => id).sort()).toEqual([note.id, answer.id].sort());
    await decide('approve', note);
    expect((await readThread(ben, note.id)).replies).toEqual([]);
  });

  test('what is private waits for nobody, until it is shown to the group', async () => {
    const { place, ann, ben, sees } = await moderatedGroup(1);
    const { id } = await createAnnotation(ann, place, mark('fox', { visibility: 'private' }));
    const note = { kind: 'annotation' as const, id };
    expect(await sees(ann, note)).toBe('shown');
    await editAnnotation(ann, id, { change: { visibility: 'group' }, ifMatch });
    expect([await sees(ann, note), await sees(ben, note)]).toEqual(['pending', 'nothing']);
  });

  test('people hear of one when it is approved, and not before', async () => {
    const { annotation, decide, ben, group } = await moderatedGroup(1);
    const note = await annotation(`Look, [@Ben](mention:${ben.user.id})`);
    const told = async () => {
      while ((await runDue('tell')) > 0);
      return db().notification.count({ where: { groupId: group, userId: ben.user.id } });
    };
    expect(await told()).toBe(0);
    await decide('approve', note);
    expect(await told()).toBe(1);
  });

  test('people hear once of what was said below one before it was approved, and of nothing that still waits', async () => {
    const { annotation, reply, decide, mod, ann, ben, group } = await moderatedGroup(2);
    await db().subscription.create({
      data: { userId: ben.user.id, groupId: group, kind: 'person', subjectId: mod.user.id },
    });
    const note = await annotation('First.');
    const [asked, waiting] = [await reply('Why?', note, mod), await reply('Because.', note)];
    const told = async (who = ben) => {
      while ((await runDue('tell')) > 0);
      const rows = await db().notification.findMany({ where: { userId: who.user.id, kind: 'reply' } });
      return rows.map(({ eventId }) => eventId);
    };
    expect(await told()).toEqual([]);
    await decide('approve', note);
    expect(await told()).toEqual([asked.id]);
    await decide('approve', waiting);
    await db().notification.deleteMany({ where: { userId: ben.user.id } });
    // What stood below it before it waited again is old news.
    await editAnnotation(ann, note.id, { change: comment('First, otherwise.'), ifMatch });
    await db().group.update({ where: { id: group }, data: { reviewFirst: 9 } });
    await editAnnotation(ann, note.id, { change: comment('First, again.'), ifMatch });
    expect(await Promise.all([told(), told(mod)])).toEqual([[], expect.any(Array)]);
    const later = await reply('Still?', note, mod);
    await decide('approve', note);
    expect(await told()).toEqual([later.id]);
  });
});
