import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { cardsChannel, groupChannel } from '@/lib/server/data/events';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { cardHistory } from './card-events';
import { cardOf } from './card-rows';
import { rewordCard } from './change-card';
import { createCard } from './create-card';
import { curatingGroup, refusal, words } from './curating-group.fixture';
import { linkPassage, listOccurrences } from './occurrences';

const { group, mod, ann, reader, at, propose, step, passage } = await curatingGroup();

describe('a new card', () => {
  test('is proposed, gets the next number of its group, and tells so in its history', async () => {
    const first = await propose('Foxes are quick.');
    const second = await propose('Dogs are lazy.');
    expect(first).toMatchObject({ status: 'proposed', version: 1, creator: { name: 'Ann' } });
    expect(second.number).toBe(first.number + 1);
    expect(await cardHistory(ann, at(first))).toMatchObject([{ verb: 'propose', actor: { name: 'Ann' } }]);
  });

  test('is told on the channel of cards: it changes nobody’s access to what is read', async () => {
    const { id } = await propose('Told of.');
    const told = async (channelId: string) =>
      (await db().event.findMany({ where: { channelId, kind: 'card' } })).map(({ entityId }) => entityId);
    expect(await told(cardsChannel(group))).toContain(id);
    expect(await told(groupChannel(group))).toEqual([]);
  });

  test('sent twice is made once; the id of another card is refused', async () => {
    const id = v7();
    const draft = { ...words, id, statement: 'Sent twice.' };
    const [one, two] = [await createCard(ann, group, draft), await createCard(ann, group, draft)];
    expect(two).toEqual(one);
    expect(await refusal(createCard(mod, group, draft))).toEqual({ status: 409, code: 'id-taken' });
  });

  test('made from a passage is met in it', async () => {
    const annotation = await passage('quick brown');
    const card = await createCard(ann, group, {
      ...words,
      statement: 'Brown foxes are quick.',
      occurrence: { annotation, role: 'states' },
    });
    expect(card).toMatchObject({ passages: { states: 1, supports: 0 }, essays: 1 });
    expect(await listOccurrences(reader, at(card))).toMatchObject([
      {
        annotation,
        exact: 'quick brown',
        essay: { title: 'The fox', slug: 'the-fox' },
        author: { name: 'Ann' },
      },
    ]);
  });

  test('counts every essay that its passages stand in, whatever they do there', async () => {
    const [card, near, far] = [await propose('Far and wide.'), await passage('jumps'), await passage('lazy')];
    const { essay } = await readingGroup();
    await db().annotation.update({ where: { id: far }, data: { essayId: essay } });
    await linkPassage(ann, at(card), { annotation: near, role: 'states' });
    const link = { id: v7(), cardId: card.id, annotationId: far, role: 'supports', createdById: ann.user.id };
    await db().occurrence.create({ data: link });
    expect(await cardOf(ann, card.id)).toMatchObject({ passages: { states: 1, supports: 1 }, essays: 2 });
  });

  test('from a passage that is not found leaves no card behind', async () => {
    const statement = 'Never made.';
    const occurrence = { annotation: v7(), role: 'states' as const };
    expect(await refusal(createCard(ann, group, { ...words, statement, occurrence }))).toMatchObject({
      status: 404,
    });
    expect(await db().card.count({ where: { statement } })).toBe(0);
  });

  test('numbers stay apart when many propose at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, i) => propose(`At once ${i}.`)));
    expect(new Set(made.map(({ number }) => number)).size).toBe(12);
  });
});

describe('wording', () => {
  test('is changed by its author only while it is proposed', async () => {
    const card = await propose('To be worded.');
    const change = (statement: string, by = ann) =>
      rewordCard(by, at(card), { statement, wordingOnly: false, reason: '', ifMatch: null });
    expect(await change('Worded better.')).toMatchObject({ statement: 'Worded better.', version: 2 });
    await step(card, 'accept');
    expect(await refusal(change('Too late.'))).toMatchObject({ status: 403 });
    expect(await change('Worded by a moderator.', mod)).toMatchObject({ version: 4 });
  });

  test('names the version it is based on, and the answer to an old one is how it is now', async () => {
    const card = await propose('Version one.');
    const change = (ifMatch: number) =>
      rewordCard(mod, at(card), { statement: `After ${ifMatch}.`, wordingOnly: false, reason: '', ifMatch });
    await change(1);
    await expect(change(1)).rejects.toMatchObject({
      status: 412,
      extensions: { current: { statement: 'After 1.', version: 2 } },
    });
  });

  test('that says the same enters no step', async () => {
    const card = await propose('Unchanged.');
    const same = { statement: 'Unchanged.', wordingOnly: false, reason: '', ifMatch: null };
    expect(await rewordCard(mod, at(card), same)).toMatchObject({ version: 1 });
    expect(await cardHistory(mod, at(card))).toHaveLength(1);
  });
});

describe('steps', () => {
  test('go from proposed to resolved and back, each in the history', async () => {
    const card = await propose('It will rain.');
    await step(card, 'accept');
    expect(await refusal(step(card, 'resolve-true'))).toEqual({ status: 422, code: 'source' });
    const resolved = await step(card, 'resolve-true', { source: 'The window.' });
    expect(resolved).toMatchObject({ status: 'resolved-true', resolutionSource: 'The window.' });
    expect(await step(card, 'reopen')).toMatchObject({ status: 'canonical', resolutionSource: null });
    const verbs = (await cardHistory(ann, at(card))).map(({ verb }) => verb);
    expect(verbs).toEqual(['reopen', 'resolve-true', 'accept', 'propose']);
  });

  test('restoring brings back the status before, however often it was put away', async () => {
    const card = await propose('Put away.');
    await step(card, 'archive');
    expect(await step(card, 'restore')).toMatchObject({ status: 'proposed' });
    await step(card, 'accept');
    await step(card, 'archive');
    expect(await step(card, 'restore')).toMatchObject({ status: 'canonical' });
  });

  test('that a card cannot take are a conflict that names its status', async () => {
    const card = await propose('Twice accepted.');
    await step(card, 'accept');
    await expect(step(card, 'accept')).rejects.toMatchObject({
      status: 409,
      extensions: { status: 'canonical' },
    });
    expect(await refusal(step(await propose('Rejected.'), 'reject'))).toEqual({
      status: 422,
      code: 'reason',
    });
  });
});
