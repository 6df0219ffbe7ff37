import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { curatingGroup, refusal } from './curating-group.fixture';
import { mergeCard } from './merge-cards';
import { listPositions, takePosition } from './positions';
import { readRound } from './round-cards';
import { changeRound, deleteRound, listRounds, openRound } from './rounds';

const { group, join, mod, ann, reader, at, propose, step } = await curatingGroup();
const ben = await join('Ben', 'member');
const answer = (card: { id: string }, by: typeof ann, credence: number | null) =>
  takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '' });
const later = '2100-01-01T00:00:00Z';
const open = (cards: { id: string }[], closes = later) =>
  openRound(mod, group, { title: 'Spring', closes, cards: cards.map(({ id }) => id) });
const place = ({ id }: { id: string }) => ({ group, id });
const close = (round: { id: string }) => changeRound(mod, place(round), { closes: '2000-01-01T00:00:00Z' });
/** Databases count milliseconds here: what follows is later. */
const passTime = () => new Promise((resolve) => setTimeout(resolve, 3));

describe('a round of answers', () => {
  test('counts what each answered since it opened, and shows others’ numbers after one’s own', async () => {
    const [one, two] = [await propose('One.'), await propose('Two.')];
    await answer(one, ann, 20);
    await passTime();
    const round = await open([one, two]);
    expect(round).toMatchObject({ cards: 2, answered: 0, people: 0, isClosed: false });
    await passTime();
    await answer(one, ann, 60);
    await answer(one, ben, 90);
    expect(await listRounds(ann, group)).toMatchObject([{ id: round.id, answered: 1, people: 2 }]);
    const ofAnn = await readRound(ann, place(round));
    expect(ofAnn.items).toMatchObject([
      { people: 2, isAnswered: true, mine: { before: 20, after: 60 }, before: [20], after: [60, 90] },
      { people: 0, isAnswered: false, mine: { before: null, after: null }, before: null, after: null },
    ]);
    const ofMod = await readRound(mod, place(round));
    expect(ofMod.items[0]).toMatchObject({ people: 2, isAnswered: false, before: null, after: null });
    expect((await readRound(reader, place(round))).items[0]).toMatchObject({ after: [60, 90] });
  });

  test('reveals everything when it closes, and stays as it was then', async () => {
    const card = await propose('Three.');
    const round = await open([card]);
    await passTime();
    await answer(card, ann, 30);
    expect((await listPositions(ben, at(card))).others).toBeNull();
    await passTime();
    expect(await close(round)).toMatchObject({ isClosed: true });
    expect((await listPositions(ben, at(card))).others).toMatchObject([{ credence: 30 }]);
    await answer(card, ann, 80);
    expect((await readRound(ben, place(round))).items).toMatchObject([
      { before: [], after: [30], people: 1 },
    ]);
    expect(await refusal(changeRound(mod, place(round), { closes: later }))).toMatchObject({
      code: 'closed',
    });
  });

  test('asks what a merged card became, once, and no card that was put away', async () => {
    const [from, into, gone] = [await propose('Four.'), await propose('Quatre.'), await propose('Five.')];
    const round = await open([from, into, gone]);
    await mergeCard(mod, at(from), { into: into.id, negated: false, reason: '' });
    await step(gone, 'archive');
    expect((await readRound(ann, place(round))).items.map(({ card }) => card.id)).toEqual([into.id]);
    expect((await listRounds(ann, group)).find(({ id }) => id === round.id)).toMatchObject({ cards: 1 });
  });

  test('is refused for cards that take no answers, for a time that has passed, and by members', async () => {
    const card = await propose('Six.');
    await step(card, 'reject', { reason: 'No.' });
    const good = await propose('Seven.');
    expect(await refusal(open([card]))).toMatchObject({ code: 'cards' });
    expect(await refusal(open([good], '2000-01-01T00:00:00Z'))).toMatchObject({ code: 'closes' });
    const draft = { title: 'Mine', closes: later, cards: [good.id] };
    expect(await refusal(openRound(ann, group, draft))).toMatchObject({ status: 403 });
  });

  test('taken away leaves the answers, blind again', async () => {
    const card = await propose('Eight.');
    const round = await open([card]);
    await answer(card, ann, 10);
    await close(round);
    await deleteRound(mod, place(round));
    expect(await refusal(readRound(ann, place(round)))).toMatchObject({ status: 404 });
    expect(await listPositions(ben, at(card))).toMatchObject({ others: null, answered: 1 });
    expect(await db().position.count({ where: { cardId: card.id } })).toBe(1);
  });
});

describe('cards that change under an open round', () => {
  test('wait for nobody once they are settled', async () => {
    const [one, two] = [await propose('Ten.'), await propose('Eleven.')];
    await step(two, 'accept');
    const round = await open([one, two]);
    await passTime();
    const seen = async () => (await listRounds(ann, group)).find(({ id }) => id === round.id);
    expect(await seen()).toMatchObject({ cards: 2, answered: 0, waiting: 2 });
    await answer(one, ann, 50);
    expect(await seen()).toMatchObject({ cards: 2, answered: 1, waiting: 1 });
    await step(two, 'resolve-true', { source: 'A book.' });
    expect(await seen()).toMatchObject({ cards: 2, answered: 1, waiting: 0 });
    expect(await listRounds(ben, group)).toContainEqual(
      expect.objectContaining({ id: round.id, waiting: 1 }),
    );
    await close(round);
    expect(await listRounds(ben, group)).toContainEqual(
      expect.objectContaining({ id: round.id, waiting: 0 }),
    );
  });

  test('show the last of two answers that a merge made one', async () => {
    const [from, into] = [await propose('Nine.'), await propose('Neuf.')];
    await answer(from, ann, 20);
    await passTime();
    await answer(into, ann, 70);
    await passTime();
    const round = await open([into]);
    await mergeCard(mod, at(from), { into: into.id, negated: false, reason: '' });
    expect((await readRound(ann, place(round))).items).toMatchObject([{ mine: { before: 70 } }]);
    expect((await readRound(reader, place(round))).items).toMatchObject([{ before: [70] }]);
  });
});
