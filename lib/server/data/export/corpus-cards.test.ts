import { describe, expect, test } from 'vitest';
import { setBelief } from '@/lib/server/data/cards/beliefs';
import { rewordCard } from '@/lib/server/data/cards/change-card';
import { curatingGroup } from '@/lib/server/data/cards/curating-group.fixture';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { takePosition } from '@/lib/server/data/cards/positions';
import { relateCard } from '@/lib/server/data/cards/relations';
import { db } from '@/lib/server/data/database';
import { moderatedGroup } from '@/lib/server/data/moderation/moderated-group.fixture';
import { ofKind, readAll } from './export-group.fixture';

const { group, mod, ann, reader, at, propose, passage, step } = await curatingGroup();
const [one, two, other] = [
  await propose('It rains.'),
  await propose('It pours.'),
  await propose('It snows.'),
];
const seen = await passage('quick brown');
await linkPassage(ann, at(one), { annotation: seen, role: 'states' });
const link = await relateCard(ann, at(one), { type: 'crux-for', to: two.id, rationale: 'Clouds.' });
const answer = (card: { id: string }, by: typeof ann, credence: number) =>
  takePosition(by, at(card), { credence, reason: 'So.', wouldChangeMind: '' });
await answer(one, ann, 80);
await answer(one, ann, 70);
await answer(two, ann, 60);
await answer(one, mod, 20);
await setBelief(ann, { ...at(one), target: two.id }, { ifTrue: 75, ifFalse: 25 });

const cardsOf = async (viewer: typeof ann, choice: Record<string, string> = {}) =>
  ofKind(await readAll(viewer, group, choice), 'card');

describe('cards of a corpus', () => {
  test('come by number with wordings, passages and arrows, before the annotations, which name them', async () => {
    const read = await readAll(mod, group);
    expect(ofKind(read, 'card')).toMatchObject([
      {
        id: one.id,
        number: 1,
        statement: 'It rains.',
        wordings: [{ version: 1, statement: 'It rains.' }],
        occurrences: [{ annotation: seen, role: 'states' }],
        relations: [{ id: link.id, type: 'crux-for', to: two.id, rationale: 'Clouds.' }],
      },
      { number: 2 },
      { number: 3 },
    ]);
    expect(ofKind(read, 'annotation')[0]?.cards).toEqual([{ id: one.id, number: 1, role: 'states' }]);
    expect(read.head.counts).toMatchObject({ cards: 3, relations: 1, positions: 2 });
  });

  test('bring answers of others only where they may be known, and earlier ones of whoever exports', async () => {
    const credences = async (viewer: typeof ann) =>
      (await cardsOf(viewer)).map(({ positions }) => positions.map(({ credence }) => credence).sort());
    expect(await credences(ann)).toEqual([[20, 70, 80], [60], []]);
    expect(await credences(mod)).toEqual([[20, 70], [], []]);
    expect(await credences(reader)).toEqual([[20, 70], [60], []]);
  });

  test('bring beliefs of whoever exports, when they ask for what is private or theirs', async () => {
    const beliefs = async (viewer: typeof ann, choice?: Record<string, string>) =>
      (await cardsOf(viewer, choice))[0]?.beliefs;
    for (const choice of [{ visibility: 'all' }, { scope: 'mine' }]) {
      expect(await beliefs(ann, choice)).toMatchObject([{ target: two.id, ifTrue: 75, ifFalse: 25 }]);
      expect((await beliefs(mod, choice)) ?? []).toEqual([]);
    }
    expect(await beliefs(ann)).toEqual([]);
  });

  test('say how many answers stay out for who has still to answer, and to nobody else', async () => {
    const hidden = async (viewer: typeof ann, choice: Record<string, string> = {}) =>
      (await readAll(viewer, group, choice)).head.hiddenPositions;
    expect([await hidden(mod), await hidden(ann), await hidden(reader)]).toEqual([1, undefined, undefined]);
    expect(await hidden(mod, { q: 'quick' })).toBeUndefined();
    expect(await hidden(mod, { scope: 'mine' })).toBeUndefined();
    expect(await hidden(mod, { parts: 'cards' })).toBeUndefined();
    const of = { groupId: group, userId: ann.user.id };
    await db().exportConsent.create({ data: { ...of, choice: 'left-out' } });
    expect(await hidden(mod)).toBeUndefined();
    await db().exportConsent.deleteMany({ where: of });
  });

  test('come with what was chosen: those that are met in it', async () => {
    expect((await cardsOf(mod, { q: 'quick' })).map(({ id }) => id)).toEqual([one.id]);
    expect(await cardsOf(mod, { q: 'nowhere to be found' })).toEqual([]);
    expect(await cardsOf(mod, { visibility: 'private' })).toEqual([]);
    expect(await cardsOf(mod, { visibility: 'all' })).toHaveLength(3);
    expect(await cardsOf(mod, { parts: 'texts,annotations' })).toEqual([]);
    const { slug } = await db().readingListEntry.findFirstOrThrow({ where: { groupId: group } });
    const ofEssay = await readAll(mod, group, { essay: slug, parts: 'cards' });
    expect(ofKind(ofEssay, 'card').map(({ id, occurrences }) => [id, occurrences])).toEqual([[one.id, []]]);
    expect(ofKind(ofEssay, 'annotation')).toEqual([]);
    expect((await cardsOf(mod, { parts: 'cards' })).every(({ positions }) => positions.length === 0)).toBe(
      true,
    );
  });

  test('of what is mine are those that I proposed or answered, with my answers alone', async () => {
    const mine = async (viewer: typeof ann, choice: Record<string, string> = {}) =>
      (await cardsOf(viewer, { scope: 'mine', ...choice })).map(({ id, positions }) => [
        id,
        positions.map(({ credence }) => credence).sort(),
      ]);
    const proposers = await db().card.findMany({ where: { groupId: group }, select: { createdById: true } });
    expect(new Set(proposers.map(({ createdById }) => createdById))).toEqual(new Set([ann.user.id]));
    expect(await mine(mod)).toEqual([[one.id, [20]]]);
    expect(await mine(mod, { parts: 'cards' })).toEqual([]);
    expect(await mine(mod, { asOf: '2020-01-01' })).toEqual([]);
    expect(await mine(reader)).toEqual([]);
  });

  test('name nobody in their details but as everywhere in the export', async () => {
    const details = `Ask [@Ann](mention:${ann.user.id}).`;
    await db().card.update({ where: { id: one.id }, data: { details } });
    const [card] = await cardsOf(mod);
    expect(card?.details).toBe('Ask @somebody.');
    await db().card.update({ where: { id: one.id }, data: { details: '' } });
  });

  test('are the group’s once accepted, and of who is left out until then, as their arrows and earlier wordings are', async () => {
    const of = { groupId: group, userId: ann.user.id };
    await db().exportConsent.create({ data: { ...of, choice: 'left-out' } });
    expect(await cardsOf(mod)).toEqual([]);
    const ids = [one.id, two.id];
    await db().card.updateMany({ where: { id: { in: ids } }, data: { status: 'canonical', version: 2 } });
    await db().cardRevision.create({
      data: {
        cardId: one.id,
        version: 2,
        kind: 'claim',
        statement: 'It rains.',
        details: '',
        operationalization: '',
        editorId: mod.user.id,
      },
    });
    const [card, target] = await cardsOf(mod);
    expect([card?.id, target?.id]).toEqual(ids);
    expect(card).toMatchObject({ person: null, wordings: [{ version: 2 }], relations: [] });
    await db().relation.update({ where: { id: link.id }, data: { state: 'accepted' } });
    expect((await cardsOf(mod))[0]?.relations).toMatchObject([{ id: link.id, person: null, rationale: '' }]);
    await db().exportConsent.deleteMany({ where: of });
  });

  test('keep the wording that they have, whoever is left out, as they take their steps', async () => {
    const of = { groupId: group, userId: ann.user.id };
    const worded = await propose('It hails.');
    await step(worded, 'accept');
    await db().exportConsent.create({ data: { ...of, choice: 'left-out' } });
    const card = (await cardsOf(mod)).find(({ id }) => id === worded.id);
    expect(card).toMatchObject({ version: 1, wordings: [{ version: 1, statement: 'It hails.' }] });
    await db().exportConsent.deleteMany({ where: of });
    await db().card.delete({ where: { id: worded.id } });
  });

  test('that were merged lead to the one they became, and those that are held stay', async () => {
    await db().card.update({ where: { id: other.id }, data: { status: 'merged', mergedIntoId: one.id } });
    expect((await cardsOf(mod)).map(({ id, aliases }) => [id, aliases])).toEqual([
      [one.id, [{ id: other.id, number: 3, statement: 'It snows.' }]],
      [two.id, []],
    ]);
    await db().card.update({ where: { id: two.id }, data: { held: 'hidden' } });
    const left = await cardsOf(mod);
    expect(left.map(({ id, relations }) => [id, relations])).toEqual([[one.id, []]]);
    expect(await cardsOf(mod, { parts: 'cards,moderation' })).toHaveLength(2);
  });
});

test('wordings that moderators hid do not come, as no file could say that they were', async () => {
  const club = await moderatedGroup();
  const card = await club.card('It rains on Ben.');
  await club.decide('hide', card);
  const better = { statement: 'It rains.', wordingOnly: true, reason: '', ifMatch: null };
  await rewordCard(club.ann, { group: club.group, card: card.id }, better);
  await club.decide('approve', card);
  await rewordCard(
    club.ann,
    { group: club.group, card: card.id },
    { ...better, statement: 'It rains here.' },
  );
  const wordings = async (viewer: typeof ann, choice: Record<string, string>) =>
    ofKind(await readAll(viewer, club.group, choice), 'card')[0]?.wordings.map(({ statement }) => statement);
  for (const viewer of [club.ben, club.mod])
    expect(await wordings(viewer, { parts: 'cards,moderation' })).toEqual(['It rains.', 'It rains here.']);
});
