import { describe, expect, test } from 'vitest';
import { cardHistory } from '@/lib/server/data/cards/card-events';
import { mapRelations } from '@/lib/server/data/cards/map-relations';
import { mergeCard } from '@/lib/server/data/cards/merge-cards';
import { peopleByCards } from '@/lib/server/data/cards/people-by-cards';
import { listPositions, takePosition } from '@/lib/server/data/cards/positions';
import { listRelations, relateCard, unrelateCard } from '@/lib/server/data/cards/relations';
import { db } from '@/lib/server/data/database';
import { readAll } from '@/lib/server/data/export/export-group.fixture';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { decide as decideAs } from './decide';
import { moderationLog } from './log';
import { moderatedGroup } from './moderated-group.fixture';
import { moderationQueue, queueItem } from './queue';
import { undoDecision } from './undo-decision';

const canary = 'Zanzibar';

describe('the words of an answer and of a link', () => {
  async function said() {
    const club = await moderatedGroup();
    const { card, ann, ben, group } = club;
    const [rain, snow] = [await card('It rains.', ben), await card('It snows.', ben)];
    const at = { group, card: rain.id };
    const position = {
      id: (await takePosition(ann, at, { credence: 20, reason: canary, wouldChangeMind: `More ${canary}` }))
        .id,
    };
    await takePosition(ben, at, { credence: 60, reason: 'Wet.', wouldChangeMind: '' });
    const relation = await relateCard(ann, at, { type: 'supports', to: snow.id, rationale: canary });
    const things = [
      { kind: 'position' as const, id: position.id },
      { kind: 'relation' as const, id: relation.id },
    ] as const;
    const read = async (viewer: SignedIn) => {
      const [{ others, mine }, [arrow]] = [await listPositions(viewer, at), await listRelations(viewer, at)];
      return { answer: viewer === ann ? mine : others?.find(({ id }) => id === things[0].id), arrow };
    };
    return { ...club, at, things, read };
  }

  test('can be hidden and shown again, and what they go with counts all the same', async () => {
    const { at, things, flag, queue, decide, read, mod, ann, ben, group: slug } = await said();
    await takePosition(mod, at, { credence: 50, reason: '', wouldChangeMind: '' });
    const before = await read(ben);
    for (const one of things) await flag(one);
    expect(
      (await queue()).map(({ kind, place, comment }) => `${kind} ${place} ${comment?.markdown}`),
    ).toEqual([`position 1 ${canary}\n\nMore ${canary}`, `relation 1 ${canary}`]);
    const entries = await decide('hide', ...things);
    expect(await queue()).toEqual([]);
    expect(await read(ben)).toEqual({
      answer: { ...before.answer, reason: '', wouldChangeMind: '' },
      arrow: { ...before.arrow, rationale: '' },
    });
    for (const one of [ann, mod])
      expect(await read(one)).toMatchObject({
        answer: { reason: canary, held: { as: 'hidden' } },
        arrow: { rationale: canary, held: { as: 'hidden' } },
      });
    for (const { id } of entries) await undoDecision(mod, slug, id);
    expect(await read(ben)).toEqual(before);
  });

  test('are nowhere else, when they are hidden', async () => {
    const { at, things, decide, mod, ben, group: slug } = await said();
    const exported = async () => JSON.stringify((await readAll(ben, slug)).records);
    expect((await exported()).split(canary)).toHaveLength(4);
    await decide('hide', ...things);
    expect(await exported()).not.toContain(canary);
    await unrelateCard(mod, { ...at, id: things[1].id });
    while ((await runDue('tell')) > 0);
    const filter = { sort: 'priority' as const, limit: 100 };
    const all = [
      await cardHistory(ben, at),
      await listRelations(ben, at),
      await mapRelations(ben, slug),
      await peopleByCards(ben, slug, filter),
      await inboxPage(ben, { limit: 50, unread: 'false' }),
      await listPositions(ben, at),
    ];
    expect(JSON.stringify(all)).not.toContain(canary);
  });

  test('are not rid of their flag, or of moderators, by answering anew', async () => {
    const { at, things, flag, queue, decide, ann, ben } = await said();
    await flag(things[0]);
    const answer = (reason: string) =>
      takePosition(ann, at, { credence: 30, reason, wouldChangeMind: '' }).then(({ id }) => ({
        kind: 'position' as const,
        id,
      }));
    const seen = async () => (await listPositions(ben, at)).others?.map(({ reason }) => reason);
    const second = await answer(canary);
    expect(await queue('flagged')).toMatchObject([{ id: second.id }]);
    await decide('hide', second);
    await answer(canary);
    expect([await seen(), await queue()]).toEqual([[''], []]);
    const fourth = await answer('Dry.');
    expect([await seen(), (await queue('waiting')).map(({ id }) => id)]).toEqual([[''], [fourth.id]]);
    while ((await runDue('tell')) > 0);
    expect(JSON.stringify(await inboxPage(ben, { limit: 50, unread: 'false' }))).not.toContain(fourth.id);
    await decide('approve', fourth);
    expect(await seen()).toEqual(['Dry.']);
    await answer('Dry indeed.');
    expect([await seen(), await queue()]).toEqual([['Dry indeed.'], []]);
  });

  test('are flagged by those who see them, and by nobody else', async () => {
    const { things, flag, decide, join, queue } = await said();
    const cleo = await join('Cleo', 'member');
    await expect(flag(things[0], cleo)).rejects.toMatchObject({ status: 404 });
    await decide('hide', things[1]);
    await expect(flag(things[1], cleo)).rejects.toMatchObject({ status: 404 });
    await expect(decide('remove', things[0])).rejects.toMatchObject({ status: 422 });
    expect(await queue()).toEqual([]);
  });

  test('stay hidden where a merge carries them', async () => {
    const { at, things, decide, mod, ann, ben, card, group } = await said();
    await decide('hide', things[0]);
    await takePosition(ann, at, { credence: 30, reason: canary, wouldChangeMind: `More ${canary}` });
    const into = { group, card: (await card('It pours.', ben)).id };
    await takePosition(ben, into, { credence: 60, reason: '', wouldChangeMind: '' });
    await mergeCard(mod, at, { into: into.card, negated: false, reason: '' });
    expect((await listPositions(ben, into)).others).toMatchObject([{ credence: 30, reason: '' }]);
    await takePosition(ann, into, { credence: 30, reason: canary, wouldChangeMind: `More ${canary}` });
    expect((await listPositions(ben, into)).others).toMatchObject([{ credence: 30, reason: '' }]);
  });

  test('of an answer reach no moderator who has not answered, before they ask for them', async () => {
    const { at, things, flag, decide, mod, group: slug } = await said();
    await flag(things[0]);
    while ((await runDue('tell')) > 0);
    const known = async () =>
      JSON.stringify([
        await moderationQueue(mod, slug, { limit: 100 }),
        await inboxPage(mod, { limit: 50, unread: 'false' }),
        await moderationLog(mod, slug, { limit: 100 }),
      ]);
    expect(await known()).not.toContain(canary);
    expect((await moderationQueue(mod, slug, { limit: 100 })).items).toMatchObject([
      { withheld: true, comment: null, statement: 'It rains.' },
    ]);
    const asked = await queueItem(mod, slug, things[0].id);
    expect([asked.withheld, asked.comment?.markdown]).toEqual([false, `${canary}\n\nMore ${canary}`]);
    await decide('hide', things[0]);
    expect(await known()).not.toContain(canary);
    await takePosition(mod, at, { credence: 50, reason: '', wouldChangeMind: '' });
    expect(await known()).toContain(canary);
  });

  test('are not let through by whoever said them, where another moderator hid them', async () => {
    const { at, things, decide, seen, ann, ben, group } = await said();
    await decide('hide', things[0]);
    await db().membership.updateMany({
      where: { groupId: group, userId: ann.user.id },
      data: { role: 'moderator' },
    });
    const { id } = await takePosition(ann, at, { credence: 30, reason: 'Dry.', wouldChangeMind: '' });
    const items = [await seen({ kind: 'position', id })];
    await expect(
      decideAs(ann, group, { verb: 'approve', reason: 'spam', note: '', items }),
    ).rejects.toMatchObject({
      status: 403,
    });
    expect((await listPositions(ben, at)).others).toMatchObject([{ reason: '' }]);
  });

  test('keep their flags over an answer without any, which does not wait', async () => {
    const { at, things, flag, queue, decide, ann } = await said();
    await flag(things[0]);
    const answer = (reason: string) => takePosition(ann, at, { credence: 30, reason, wouldChangeMind: '' });
    await answer('');
    expect(await queue()).toEqual([]);
    const { id } = await answer(canary);
    expect(await queue('flagged')).toMatchObject([{ id }]);
    await decide('hide', { kind: 'position', id });
    expect(await answer('')).toMatchObject({ held: null });
  });

  test('of a link are hidden as well where it is made anew with the same', async () => {
    const { at, things, decide, ann, ben, read } = await said();
    await decide('hide', things[1]);
    const to = (await listRelations(ann, at))[0]!.to!.id;
    await unrelateCard(ann, { ...at, id: things[1].id });
    await relateCard(ann, at, { type: 'supports', to, rationale: canary });
    expect((await read(ben)).arrow).toMatchObject({ rationale: '' });
  });

  test('of a link wait where it is made anew with others, on the same card, until a moderator looks', async () => {
    const { at, things, decide, queue, read, ann, ben } = await said();
    await decide('hide', things[1]);
    const to = (await listRelations(ann, at))[0]!.to!.id;
    const anew = async (rationale: string, type: 'supports' | 'attacks' = 'supports') => {
      const [old] = await listRelations(ann, at);
      if (old) await unrelateCard(ann, { ...at, id: old.id });
      return { kind: 'relation' as const, id: (await relateCard(ann, at, { type, to, rationale })).id };
    };
    for (const type of ['supports', 'attacks'] as const) {
      const other = await anew(`${canary}!`, type);
      expect((await read(ben)).arrow).toMatchObject({ rationale: '', held: null });
      expect((await read(ann)).arrow).toMatchObject({ rationale: `${canary}!`, held: { as: 'pending' } });
      expect((await queue('waiting')).map(({ id }) => id)).toEqual([other.id]);
    }
    expect(await anew('')).toBeDefined();
    expect(await queue()).toEqual([]);
    await decide('approve', await anew('It does.'));
    expect((await read(ben)).arrow).toMatchObject({ rationale: 'It does.' });
    await anew('It does indeed.');
    expect((await read(ben)).arrow).toMatchObject({ rationale: 'It does indeed.' });
    await anew(canary);
    expect([(await read(ben)).arrow?.rationale, await queue()]).toEqual(['', []]);
  });

  test('of an earlier link of theirs on the card stay as they are', async () => {
    const { at, card, things, decide, ann, ben } = await said();
    const to = (await card('It hails.', ben)).id;
    await relateCard(ann, at, { type: 'leads-to', to, rationale: 'Cold.' });
    await decide('hide', things[1]);
    expect((await listRelations(ben, at)).map(({ rationale }) => rationale)).toEqual(['', 'Cold.']);
  });
});
