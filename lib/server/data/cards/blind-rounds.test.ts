import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { followGroup, until } from '@/lib/server/events/stream-reader.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { curatingGroup } from './curating-group.fixture';
import { mergeCard } from './merge-cards';
import { peopleByCards } from './people-by-cards';
import { listPositions, takePosition } from './positions';
import { readRound } from './round-cards';
import { changeRound, deleteRound, openRound } from './rounds';

const { group, join, mod, ann, reader, at, propose } = await curatingGroup();
const ben = await join('Ben', 'member');
const answer = (card: { id: string }, by: typeof ann, credence: number | null) =>
  takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '' });
const open = (cards: { id: string }[]) =>
  openRound(mod, group, {
    title: 'Spring',
    closes: '2100-01-01T00:00:00Z',
    cards: cards.map(({ id }) => id),
  });
const place = ({ id }: { id: string }) => ({ group, id });
const close = (round: { id: string }) => changeRound(mod, place(round), { closes: '2000-01-01T00:00:00Z' });
/** Databases count milliseconds here: what follows is later. */
const passTime = () => new Promise((resolve) => setTimeout(resolve, 3));

describe('a card is blind again', () => {
  const others = async (card: { id: string }, by: typeof ann) =>
    (await listPositions(by, at(card))).others?.map(({ credence }) => credence) ?? 'blind';

  test('for everybody in a second round that asks it, until they answer in it or it closes', async () => {
    const card = await propose('One.');
    const first = await open([card]);
    await answer(card, ann, 31);
    await close(first);
    await passTime();
    expect(await Promise.all([others(card, ben), others(card, reader)])).toEqual([[31], [31]]);
    const second = await open([card]);
    await passTime();
    expect(await Promise.all([ann, ben, reader].map((by) => others(card, by)))).toEqual([
      'blind',
      'blind',
      [31],
    ]);
    expect((await readRound(ben, place(second))).items).toMatchObject([{ after: null }]);
    const map = await peopleByCards(ben, group, { sort: 'priority', limit: 100 });
    expect(JSON.stringify(map)).not.toContain('31');
    await answer(card, ben, 70);
    expect(await Promise.all([others(card, ann), others(card, ben)])).toEqual(['blind', [31]]);
    await close(second);
    await passTime();
    expect(await others(card, ann)).toEqual([70]);
  });

  test('when one that a round asks was merged into it, also for whom the merge brought an answer', async () => {
    const [from, into] = [await propose('Two.'), await propose('Deux.')];
    await answer(into, ben, 90);
    await passTime();
    const round = await open([from]);
    await passTime();
    await answer(from, ann, 40);
    await mergeCard(mod, at(from), { into: into.id, negated: false, reason: '' });
    expect(await Promise.all([others(into, ann), others(into, ben)])).toEqual(['blind', 'blind']);
    await answer(into, ann, 45);
    expect(await Promise.all([others(into, ann), others(into, ben)])).toEqual([[90], 'blind']);
    expect(await close(round)).toMatchObject({ isClosed: true });
    await passTime();
    expect(await others(into, ben)).toEqual([45]);
    expect((await readRound(mod, place(round))).items).toMatchObject([{ after: [45, 90] }]);
  });
});

describe('when the time of a round is up', () => {
  const due = async () => {
    while ((await runDue('close-round')) + (await runDue('tell')) > 0);
  };
  const told = async (by: typeof ann, round: { id: string }) =>
    (await inboxPage(by, { limit: 50, unread: 'false' })).items.filter(({ event }) => event === round.id);

  test('pages that are open hear of it, and those whom it asked once, with the way there', async () => {
    const round = await open([await propose('Three.')]);
    const { frames } = await followGroup(ben, { group, about: 'cards' });
    await due();
    expect(await told(ben, round)).toEqual([]);
    await close(round);
    await passTime();
    await due();
    await until(() => frames.some(({ data }) => data.change === 'closed' && data.id === round.id));
    await db().job.create({ data: { kind: 'close-round', payload: { round: round.id } } });
    await due();
    const path = expect.stringContaining(`/cards/rounds/${round.id}`);
    expect(await told(ben, round)).toMatchObject([{ kind: 'round', actor: null, about: 'Spring', path }]);
    expect(await told(reader, round)).toEqual([]);
  });

  test('it is told at the time that was set last, and never of one that was taken away', async () => {
    const [moved, gone] = [await open([await propose('Four.')]), await open([await propose('Five.')])];
    const closes = '2101-01-01T00:00:00.000Z';
    await changeRound(mod, place(moved), { closes });
    await deleteRound(mod, place(gone));
    const planned = { kind: 'close-round', key: { in: [moved.id, gone.id] } };
    expect(await db().job.findMany({ where: planned })).toMatchObject([
      { key: moved.id, runAt: new Date(closes) },
    ]);
    await db().job.updateMany({ where: planned, data: { runAt: new Date(0) } });
    await due();
    expect(await told(ben, moved)).toEqual([]);
  });
});
