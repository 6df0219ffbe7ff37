import { describe, expect, test } from 'vitest';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { createReply } from '@/lib/server/data/replies';
import { followGroup, followInbox, followQueue, until } from '@/lib/server/events/stream-reader.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { moderatedGroup } from './moderated-group.fixture';
import { undoDecision } from './undo-decision';

async function group(reviewFirst = 0) {
  const club = await moderatedGroup(reviewFirst);
  const owner = await club.join('Olu', 'owner');
  const inbox = async (viewer: SignedIn) => {
    while ((await runDue('tell')) > 0);
    const { items, unread } = await inboxPage(viewer, { limit: 50, unread: 'false' });
    return { unread, items: items.filter(({ kind }) => kind === 'review') };
  };
  return { ...club, owner, inbox };
}

describe('moderators are told', () => {
  test('of a thing that is flagged: once however often, until it is decided, and again when it is flagged after', async () => {
    const { annotation, flag, decide, inbox, mod, owner, reader, ben, group: slug } = await group();
    const note = await annotation('Buy now.');
    await flag(note);
    await flag(note, reader);
    const told = {
      kind: 'review',
      verb: 'flagged',
      actor: { name: 'Ann' },
      words: 'Buy now.',
      about: 'The fox',
    };
    for (const one of [mod, owner])
      expect(await inbox(one)).toMatchObject({
        unread: 1,
        items: [{ event: note.id, quote: 'fox', ...told }],
      });
    const [entry] = await decide('hide', note);
    expect(await inbox(mod)).toEqual({ unread: 0, items: [] });
    await undoDecision(mod, slug, entry!.id);
    expect((await inbox(owner)).items).toHaveLength(1);
    await decide('approve', note);
    await db().notification.updateMany({ where: { eventId: note.id }, data: { readAt: new Date() } });
    await flag(note, ben);
    expect(await inbox(owner)).toMatchObject({ unread: 1, items: [{ event: note.id, read: null }] });
  });

  test('of what waits for a first look, of an edit that waits again, and of an appeal', async () => {
    const { annotation, reply, card, flag, decide, inbox, mod, ann } = await group(3);
    const note = await annotation('First.');
    const things = [note, await reply('Second.', note), await card('Third.')];
    expect((await inbox(mod)).items.map(({ event, verb }) => `${event} ${verb}`).sort()).toEqual(
      things.map(({ id }) => `${id} waiting`).sort(),
    );
    await decide('hide', ...things);
    expect((await inbox(mod)).items).toEqual([]);
    await editAnnotation(ann, note.id, { change: { comment: { markdown: 'Better.' } }, ifMatch: null });
    await flag(things[1]!, ann, 'appeal');
    expect((await inbox(mod)).items.map(({ verb }) => verb).sort()).toEqual(['appealed', 'waiting']);
  });

  test('and nobody else: not its author, not who flagged it, no member', async () => {
    const { annotation, flag, inbox, mod, owner, ann, ben, reader } = await group();
    const [theirs, ofMod] = [await annotation('Hm.'), await annotation('Ahem.', mod)];
    await flag(theirs, mod);
    await flag(ofMod, ben);
    expect((await inbox(owner)).items).toHaveLength(2);
    for (const one of [mod, ann, ben, reader]) expect(await inbox(one)).toEqual({ unread: 0, items: [] });
  });

  test('as long as they moderate', async () => {
    const { annotation, flag, inbox, owner, group: groupId } = await group();
    await flag(await annotation('Hm.'));
    expect((await inbox(owner)).unread).toBe(1);
    await db().membership.updateMany({ where: { groupId, userId: owner.user.id }, data: { role: 'member' } });
    expect(await inbox(owner)).toEqual({ unread: 0, items: [] });
  });

  test('also of a note that they were told of already, which they still find', async () => {
    const { annotation, flag, inbox, mod } = await group();
    const note = await annotation(`Look, [@Mo](mention:${mod.user.id})`);
    expect((await inbox(mod)).unread).toBe(1);
    await flag(note);
    expect(await inbox(mod)).toMatchObject({ unread: 2, items: [{ event: note.id }] });
  });
});

test('that the queue moved reaches every page of a moderator at once, and no one else', async () => {
  const { annotation, flag, decide, group: id, place, mod, ben } = await group();
  const note = await annotation('Hm.');
  while ((await runDue('tell')) > 0);
  const [atHome, atEssay, others] = [
    await followQueue(mod),
    await followQueue(mod, place),
    await followQueue(ben),
  ];
  const [members, cards] = [
    await followGroup(ben, { group: id, about: 'group' }),
    await followGroup(ben, { group: id, about: 'cards' }),
  ];
  await flag(note);
  await runDue('tell');
  for (const { frames } of [atHome, atEssay]) await until(() => frames.length === 1);
  expect(atHome.frames).toMatchObject([{ event: 'queue', data: { group: id } }]);
  await decide('approve', note);
  await until(() => atHome.frames.length === 2);
  // What they are told of after it came in order, so nothing came before.
  const bell = await followInbox(ben);
  await createReply(mod, note.id, { comment: { markdown: `[@Ben](mention:${ben.user.id})` } });
  await runDue('tell');
  await until(() => bell.frames.at(-1)?.data.unread === 1);
  expect([...others.frames, ...members.frames, ...cards.frames]).toEqual([]);
});
