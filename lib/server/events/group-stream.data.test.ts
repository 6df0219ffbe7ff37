import { describe, expect, test } from 'vitest';
import { curatingGroup } from '@/lib/server/data/cards/curating-group.fixture';
import { takePosition } from '@/lib/server/data/cards/positions';
import { db } from '@/lib/server/data/database';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { changeRole, removeMember } from '@/lib/server/data/members';
import { person } from '@/lib/server/data/person.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { followGroup, until } from './stream-reader.fixture';

const club = await curatingGroup();
const { group, mod, ann } = club;
const cards = (viewer: Viewer, cursor: string | null = null) =>
  followGroup(viewer, { group, about: 'cards' }, cursor);

describe('the stream of a group', () => {
  test('tells of every step of a card since the page was loaded', async () => {
    const from = await groupCursor(mod, group, 'cards');
    const card = await club.propose('Bees sleep.');
    const stream = await cards(mod, from);
    await club.step(card, 'accept');
    await until(() => stream.frames.length === 2);
    expect(stream.frames.map(({ event, data }) => [event, data.change, data.id])).toEqual([
      ['card', 'propose', card.id],
      ['card', 'accept', card.id],
    ]);
    expect(stream.frames[1]?.id).toBe(await groupCursor(mod, group, 'cards'));
  });

  test('says that somebody answered, and neither who nor what', async () => {
    const card = await club.propose('Wasps dream.');
    const stream = await cards(mod);
    const draft = { credence: 83, reason: 'I know.', wouldChangeMind: '' };
    await takePosition(ann, club.at(card), draft);
    await until(() => stream.frames.length === 1);
    expect(Object.keys(stream.frames[0]?.data)).toEqual(['seq', 'kind', 'change', 'id', 'actor']);
    expect(stream.frames[0]?.data).toMatchObject({ change: 'position', id: card.id, actor: null });
  });

  test('tells the author of a held card, and moderators, that it moved on, and others nothing', async () => {
    const [card, ben] = [await club.propose('Flies think.'), await club.join('Benno', 'member')];
    await db().card.update({ where: { id: card.id }, data: { held: 'pending' } });
    const streams = [await cards(ann), await cards(mod), await cards(ben)];
    await club.step(card, 'accept');
    await until(() => streams.every(({ frames }) => frames.length === 1));
    const nobody = { kind: 'card', change: 'edited', actor: null };
    expect(streams.map(({ frames }) => frames[0]?.data)).toMatchObject([
      { ...nobody, id: card.id },
      { ...nobody, id: card.id },
      { ...nobody, id: '00000000-0000-0000-0000-000000000000' },
    ]);
  });

  test('keeps the cards and the members apart', async () => {
    const [ofCards, ofMembers] = [await cards(mod), await followGroup(mod, { group, about: 'group' })];
    const owner = await club.join('Olga', 'owner');
    const guest = await club.join('Guy', 'member');
    await changeRole(owner, group, { user: guest.user.id, role: 'reader' });
    await club.propose('Ants count.');
    await until(() => ofMembers.frames.length === 1 && ofCards.frames.length === 1);
    expect(ofMembers.frames[0]).toMatchObject({ event: 'member', data: { id: guest.user.id } });
    expect(ofCards.frames[0]).toMatchObject({ event: 'card' });
  });

  test('is not found by those who may not read the group, and ends for whoever is removed', async () => {
    const stranger = await person('Sam');
    for (const viewer of [visitor, stranger])
      await expect(cards(viewer)).rejects.toMatchObject({ status: 404 });
    const guest = await club.join('Gus', 'member');
    const stream = await cards(guest);
    await removeMember(mod, group, guest.user.id);
    await until(stream.isEnded);
  });

  test('of cards gives nothing more to whoever was removed without a word', async () => {
    const guest = await club.join('Gil', 'member');
    const stream = await cards(guest);
    await db().membership.deleteMany({ where: { userId: guest.user.id } });
    await club.propose('Moths sing.');
    await until(stream.isEnded);
    expect(stream.frames).toEqual([]);
  });
});
