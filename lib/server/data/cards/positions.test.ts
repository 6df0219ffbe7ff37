import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { addMember, removeMember } from '@/lib/server/data/members';
import { person, type SignedIn } from '@/lib/server/data/person.fixture';
import { createReply } from '@/lib/server/data/replies';
import { dropBelief, listBeliefs, setBelief } from './beliefs';
import { rewordCard } from './change-card';
import { curatingGroup, refusal } from './curating-group.fixture';
import { listCards } from './list-cards';
import { listPositions, takePosition } from './positions';
import { relateCard, reviewRelation } from './relations';

const { group, mod, ann, reader, at, propose, step, passage, join } = await curatingGroup();
const answer = (card: { id: string }, by: SignedIn, credence: number | null, rest = {}) =>
  takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '', ...rest });

describe('a position', () => {
  test('of others is hidden until one has answered, in the list of cards too', async () => {
    const card = await propose('Blind at first.');
    await answer(card, mod, 80, { reason: 'Seen it.' });
    const before = await listPositions(ann, at(card));
    expect(before).toEqual({ mine: null, earlier: [], others: null, answered: 1, moved: null });
    const listed = async (viewer: SignedIn) =>
      (await listCards(viewer, group, { sort: 'number', limit: 500, offset: 0 })).items.find(
        ({ id }) => id === card.id,
      );
    expect(await listed(ann)).toMatchObject({ credences: null, mine: null, ranking: { n: 1 } });
    await answer(card, ann, 20);
    expect(await listPositions(ann, at(card))).toMatchObject({
      mine: { credence: 20 },
      others: [{ person: { name: 'Mo' }, credence: 80, reason: 'Seen it.' }],
    });
    expect(await listed(ann)).toMatchObject({ credences: [20, 80], mine: 20 });
  });

  test('is shown to those who cannot answer, and to all once a round that asks has closed', async () => {
    const card = await propose('Asked in a round.');
    await answer(card, mod, 60);
    expect((await listPositions(reader, at(card))).others).toHaveLength(1);
    const id = v7();
    const closing = (minutes: number) => ({ closesAt: new Date(Date.now() + minutes * 60_000) });
    await db().round.create({
      data: { id, groupId: group, title: 'Round', ...closing(60), cards: { create: { cardId: card.id } } },
    });
    expect((await listPositions(ann, at(card))).others).toBeNull();
    await db().round.update({ where: { id }, data: closing(-1) });
    expect((await listPositions(ann, at(card))).others).toHaveLength(1);
  });

  test('replaces the one before, which stays in the history of its author only', async () => {
    const card = await propose('Changed minds.');
    await answer(card, ann, 90);
    await answer(card, ann, null);
    await answer(card, mod, 10);
    expect(await listPositions(ann, at(card))).toMatchObject({
      mine: { credence: null },
      earlier: [{ credence: 90 }],
    });
    expect(await listPositions(mod, at(card))).toMatchObject({ others: [{ credence: null }], earlier: [] });
  });

  test('stays one for each member and card, however many are sent at once', async () => {
    const card = await propose('At once.');
    await Promise.all(Array.from({ length: 8 }, (_, i) => answer(card, ann, i)));
    expect(await db().position.count({ where: { cardId: card.id, supersededAt: null } })).toBe(1);
    const twice = { id: v7() };
    const [one, two] = [await answer(card, ann, 5, twice), await answer(card, ann, 5, twice)];
    expect(two).toEqual(one);
    expect(await refusal(answer(card, mod, 5, twice))).toEqual({ status: 409, code: 'id-taken' });
  });

  test('is stale after a rewording of the statement, and not after one of words only', async () => {
    const card = await propose('It may rain.');
    await answer(card, ann, 50);
    const reword = (statement: string, wordingOnly: boolean) =>
      rewordCard(mod, at(card), { statement, wordingOnly, reason: '', ifMatch: null });
    const stale = async () => (await listPositions(ann, at(card))).mine?.stale;
    await reword('It might rain.', true);
    expect(await stale()).toBe(false);
    await reword('It will rain.', false);
    expect(await stale()).toBe(true);
    await answer(card, ann, 40);
    expect(await stale()).toBe(false);
  });

  test('names what moved its author, when that is theirs to see and in the group', async () => {
    const card = await propose('Moved.');
    const annotation = await passage('quick brown');
    const reply = await createReply(mod, annotation, { comment: { markdown: 'Look again.' } });
    const moved = await answer(card, ann, 30, { because: { reply: reply.id } });
    expect(moved.because).toEqual({ annotation: null, reply: reply.id });
    const hidden = await passage('lazy', mod, 'private');
    expect(await refusal(answer(card, ann, 30, { because: { annotation: hidden } }))).toMatchObject({
      status: 404,
    });
  });

  test('tells how many a passage moved and by how much, without those who had or have no view', async () => {
    const card = await propose('Moving.');
    const [annotation, other] = [await passage('quick brown'), await passage('lazy')];
    const reply = await createReply(mod, annotation, { comment: { markdown: 'Look again.' } });
    await answer(card, ann, 90, { because: { annotation: other } });
    await answer(card, ann, 70, { because: { annotation } });
    expect((await listPositions(mod, at(card))).moved).toBeNull();
    await answer(card, mod, 60);
    await answer(card, mod, 40, { because: { reply: reply.id } });
    await answer(card, mod, 30, { because: { annotation } });
    const lena = await join('Lena', 'member');
    await answer(card, lena, null);
    await answer(card, lena, 100, { because: { annotation } });
    expect((await listPositions(ann, at(card))).moved).toEqual([{ annotation, people: 2, median: -25 }]);
  });

  test('counts and shows while its author is in the group, and again when they come back', async () => {
    const [card, target] = [await propose('Said by one who left.'), await propose('Their target.')];
    await relateCard(mod, at(card), { type: 'crux-for', to: target.id, rationale: '' });
    const leaver = await join('Lee', 'member');
    for (const one of [card, target]) await answer(one, leaver, 90);
    await setBelief(leaver, { ...at(card), target: target.id }, { strength: 3 });
    await answer(card, ann, 10);
    const seen = async () => {
      const { items } = await listCards(ann, group, { sort: 'number', limit: 500, offset: 0 });
      const { positions, credences, ranking } = items.find(({ id }) => id === card.id)!;
      const { others, answered } = await listPositions(ann, at(card));
      return { positions, credences, n: ranking?.n, k: ranking?.k, others: others?.length, answered };
    };
    const together = { positions: 2, credences: [10, 90], n: 2, k: 1, others: 1, answered: 1 };
    expect(await seen()).toEqual(together);
    await removeMember(leaver, group, leaver.user.id);
    expect(await seen()).toEqual({ positions: 1, credences: [10], n: 1, k: 0, others: 0, answered: 0 });
    await addMember(await join('Olga', 'owner'), group, { user: leaver.user.id, role: 'reader' });
    expect(await seen()).toEqual(together);
  });

  test('is refused on a card that has its answer', async () => {
    const card = await propose('Settled.');
    await step(card, 'accept');
    await step(card, 'resolve-false', { source: 'A paper.' });
    expect(await refusal(answer(card, ann, 10))).toEqual({ status: 409, code: 'settled' });
  });
});

describe('a conditional belief', () => {
  const crux = async (suffix: string) => {
    const [from, to] = [await propose(`Crux ${suffix}.`), await propose(`Target ${suffix}.`)];
    const link = await relateCard(mod, at(from), { type: 'crux-for', to: to.id, rationale: '' });
    return { from, to, link, place: { ...at(from), target: to.id } };
  };

  test('needs the arrow that it stands on', async () => {
    const [from, to] = [await propose('No arrow.'), await propose('No target.')];
    const place = { ...at(from), target: to.id };
    expect(await refusal(setBelief(ann, place, { strength: 2 }))).toMatchObject({ status: 404 });
  });

  test('that cannot hold with the rest comes back explained, and nothing is kept', async () => {
    const { from, to, place } = await crux('one');
    await answer(from, ann, 50);
    await answer(to, ann, 90);
    await expect(setBelief(ann, place, { ifTrue: 20, ifFalse: 30 })).rejects.toMatchObject({
      status: 422,
      code: 'incoherent',
      extensions: {
        explanation: { because: 'mixture', stated: 90, implied: 25, nearest: expect.any(Object) },
      },
    });
    expect(await listBeliefs(ann, at(from))).toEqual([]);
    const held = { crux: from.id, target: to.id, ifTrue: 95, ifFalse: 85, strength: null };
    expect(await setBelief(ann, place, { ifTrue: 95, ifFalse: 85 })).toEqual(held);
    expect(await listBeliefs(ann, at(to))).toEqual([held]);
    expect(await listBeliefs(mod, at(to))).toEqual([]);
    await dropBelief(ann, place);
    expect(await listBeliefs(ann, at(from))).toEqual([]);
  });

  test('gives its crux load, until the arrow is rejected', async () => {
    const { from, to, link, place } = await crux('two');
    const others = await Promise.all(['Bo', 'Cy', 'Di'].map((name) => join(name, 'member')));
    for (const [i, by] of others.entries()) {
      await answer(from, by, i === 0 ? 90 : 10);
      await answer(to, by, i === 0 ? 80 : 20);
      await setBelief(by, place, { strength: 3 });
    }
    const load = async () =>
      (await listCards(mod, group, { sort: 'priority', limit: 500, offset: 0 })).items.find(
        ({ id }) => id === from.id,
      )?.ranking;
    expect(await load()).toMatchObject({ k: 3, estimated: true, n: 3 });
    expect((await load())?.load).toBeGreaterThan(0.05);
    await reviewRelation(mod, { ...at(from), id: link.id }, 'rejected');
    expect(await load()).toMatchObject({ k: 0, load: null });
  });

  test.each(['from', 'to'] as const)('is refused when the card at "%s" has its answer', async (end) => {
    const made = await crux(`settled ${end}`);
    await setBelief(ann, made.place, { strength: 1 });
    await step(made[end], 'accept');
    await step(made[end], 'resolve-true', { source: 'A paper.' });
    expect(await refusal(setBelief(ann, made.place, { strength: 2 }))).toEqual({
      status: 409,
      code: 'settled',
    });
    expect(await listBeliefs(ann, at(made.from))).toMatchObject([{ strength: 1 }]);
    await dropBelief(ann, made.place);
    expect(await listBeliefs(ann, at(made.from))).toEqual([]);
  });

  test('is nobody’s who is not a member', async () => {
    const { place } = await crux('three');
    expect(await refusal(setBelief(reader, place, { strength: 1 }))).toMatchObject({ status: 403 });
    expect(await refusal(setBelief(await person('Eve'), place, { strength: 1 }))).toMatchObject({
      status: 404,
    });
  });
});
