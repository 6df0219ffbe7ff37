import { describe, expect, test } from 'vitest';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { setBelief } from './beliefs';
import { cardHistory } from './card-events';
import { rewordCard } from './change-card';
import { curatingGroup, refusal } from './curating-group.fixture';
import { heldBy } from './held-rows';
import { mergeCard } from './merge-cards';
import { linkPassage, listOccurrences, unlinkPassage } from './occurrences';
import { listPositions, takePosition } from './positions';
import { readCard } from './read-card';
import { listRelations, relateCard, unrelateCard } from './relations';
import { splitCard } from './split-card';
import { undoStep } from './undo-step';

const { group, mod, ann, reader, at, join, propose, step, passage } = await curatingGroup();

interface Made {
  id: string;
}
const answer = (card: Made, by: SignedIn, credence: number | null) =>
  takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '' });
const merge = (from: Made, into: Made, negated = false) =>
  mergeCard(mod, at(from), { into: into.id, negated, reason: 'The same.' });
const undoLast = async (card: Made) => {
  const [last] = await cardHistory(mod, at(card));
  return undoStep(mod, { ...at(card), event: last?.id ?? '' });
};

/** Two cards with passages, relations, positions and beliefs of which some meet. */
async function pair() {
  const [from, into, third] = [
    await propose('Said so.'),
    await propose('Said thus.'),
    await propose('The third.'),
  ];
  const [shared, own] = [await passage('quick brown'), await passage('lazy dog')];
  const link = (card: Made, annotation: string, role: 'states' | 'supports' = 'states') =>
    linkPassage(ann, at(card), { annotation, role });
  await link(from, shared);
  await link(into, shared);
  await link(from, own, 'supports');
  const relate = (a: Made, type: 'supports' | 'crux-for', b: Made) =>
    relateCard(mod, at(a), { type, to: b.id, rationale: 'Because.' });
  await relate(from, 'supports', into);
  const up = await relate(from, 'crux-for', third);
  await relate(into, 'crux-for', third);
  await relateCard(ann, at(third), { type: 'undercuts', toRelation: up.id, rationale: 'No.' });
  await answer(into, ann, 70);
  await answer(from, ann, 20);
  await answer(from, mod, 40);
  await setBelief(ann, { ...at(from), target: third.id }, { strength: 2 });
  return { from, into, third, shared, own };
}

const live = (cards: Made[]) => heldBy(cards.map(({ id }) => id));

describe('merging', () => {
  test('moves everything, leaves nothing on the merged card, and keeps every passage', async () => {
    const { from, into, third, shared, own } = await pair();
    const before = await live([from, into, third]);
    await merge(from, into);
    const after = await live([from, into, third]);
    expect((await live([from])).occurrences).toEqual([]);
    expect((await live([from])).relations).toEqual([]);
    expect((await live([from])).positions).toEqual([]);
    expect((await live([from])).beliefs).toEqual([]);
    const annotations = (held: typeof before) =>
      new Set(held.occurrences.map(({ annotation }) => annotation));
    expect(annotations(after)).toEqual(annotations(before));
    const met = await listOccurrences(reader, at(into));
    expect(met.map(({ annotation }) => annotation).sort()).toEqual([shared, own].sort());
    expect(after.relations.map(({ type }) => type).sort()).toEqual(['crux-for', 'undercuts']);
  });

  test('lets the later answer win and asks its author to confirm it; the earlier is their history', async () => {
    const { from, into } = await pair();
    await merge(from, into);
    expect(await listPositions(ann, at(into))).toMatchObject({
      mine: { credence: 20, inherited: true, stale: false },
      earlier: [{ credence: 70 }],
      answered: 1,
    });
    await answer(into, ann, 25);
    expect((await listPositions(ann, at(into))).mine).toMatchObject({ credence: 25, inherited: false });
  });

  test('as the negation turns numbers and arrows round', async () => {
    const [from, into, third] = [
      await propose('It rains not.'),
      await propose('It rains.'),
      await propose('Wet.'),
    ];
    await relateCard(mod, at(from), { type: 'attacks', to: third.id, rationale: '' });
    await answer(from, ann, 10);
    await merge(from, into, true);
    expect((await listPositions(ann, at(into))).mine).toMatchObject({ credence: 90 });
    expect(await listRelations(ann, at(into))).toMatchObject([{ type: 'supports', to: { id: third.id } }]);
  });

  test('redirects in one hop, also what was merged before', async () => {
    const [one, two, three] = [await propose('First.'), await propose('Second.'), await propose('Third.')];
    await merge(one, two);
    await merge(two, three);
    for (const card of [one, two])
      expect(await readCard(reader, at(card))).toEqual({ mergedInto: three.number });
    expect(await readCard(reader, at(three))).toMatchObject({
      card: { aliases: [one.number, two.number] },
    });
    expect(await refusal(answer(one, ann, 50))).toEqual({ status: 409, code: 'merged' });
  });

  test('is refused into itself, into a merged card, and across kinds', async () => {
    const [one, two, three] = [await propose('A.'), await propose('B.'), await propose('C.')];
    expect(await refusal(merge(one, one))).toEqual({ status: 422, code: 'same-card' });
    await merge(one, two);
    expect(await refusal(merge(three, one))).toEqual({ status: 409, code: 'merged' });
    await rewordCard(mod, at(three), { kind: 'crux', wordingOnly: true, reason: '', ifMatch: null });
    expect(await refusal(merge(three, two))).toEqual({ status: 422, code: 'other-kind' });
  });
});

describe('undoing', () => {
  test.each(['from', 'into'] as const)('a merge at the side of "%s" restores all of it', async (side) => {
    const made = await pair();
    const cards = [made.from, made.into, made.third];
    const before = await live(cards);
    await merge(made.from, made.into);
    const { lost } = await undoLast(made[side]);
    expect(lost).toEqual([]);
    expect(await live(cards)).toEqual(before);
    expect(await readCard(reader, at(made.from))).toMatchObject({ card: { status: 'proposed' } });
    const rationales = (await listRelations(mod, at(made.from))).map(({ rationale }) => rationale);
    expect(rationales.sort()).toEqual(['Because.', 'Because.', 'No.']);
    const again = (await cardHistory(mod, at(made.from))).find(({ verb }) => verb === 'merge');
    expect(await refusal(undoStep(mod, { ...at(made.from), event: again?.id ?? '' }))).toEqual({
      status: 409,
      code: 'undone-already',
    });
  });

  test('a merge leaves what was touched since, and says so', async () => {
    const { from, into } = await pair();
    await merge(from, into);
    await answer(into, ann, 55);
    const event = (await cardHistory(mod, at(into))).find(({ verb }) => verb === 'absorb');
    const { lost } = await undoStep(mod, { ...at(into), event: event?.id ?? '' });
    expect(lost).toEqual(expect.arrayContaining([expect.stringContaining('position')]));
    expect((await listPositions(ann, at(into))).mine).toMatchObject({ credence: 55 });
    expect((await listPositions(mod, at(from))).mine).toMatchObject({ credence: 40, inherited: false });
  });

  test('a merge leaves out what was deleted for good since, and says so', async () => {
    const leaver = await join('Lee', 'member');
    const { from, into, shared } = await pair();
    await answer(into, leaver, 70);
    await answer(from, leaver, 20);
    await merge(from, into);
    await db().annotation.delete({ where: { id: shared } });
    await deleteAccount(leaver);
    const { lost } = await undoLast(into);
    expect(lost.sort()).toEqual(['passage: target-gone', 'position: changed-since', 'position: target-gone']);
    expect(await listOccurrences(ann, at(from))).toHaveLength(1);
    expect((await listPositions(mod, at(from))).mine).toMatchObject({ credence: 40 });
  });

  test('a rewording makes answers to the words before count again', async () => {
    const card = await propose('It may snow.');
    await answer(card, ann, 30);
    await rewordCard(mod, at(card), {
      statement: 'It will snow.',
      wordingOnly: false,
      reason: '',
      ifMatch: null,
    });
    expect((await listPositions(ann, at(card))).mine?.stale).toBe(true);
    expect((await undoLast(card)).card).toMatchObject({ statement: 'It may snow.', version: 3 });
    expect((await listPositions(ann, at(card))).mine?.stale).toBe(false);
  });

  test('a status, unless it changed since', async () => {
    const card = await propose('Stepped.');
    await step(card, 'accept');
    const [accepted] = await cardHistory(mod, at(card));
    await step(card, 'resolve-true', { source: 'A paper.' });
    const event = { ...at(card), event: accepted?.id ?? '' };
    expect(await refusal(undoStep(mod, event))).toEqual({ status: 409, code: 'changed-since' });
    expect((await undoLast(card)).card).toMatchObject({ status: 'canonical', resolutionSource: null });
    expect(await refusal(undoLast(card))).toEqual({ status: 409, code: 'not-undoable' });
  });

  test('linking, unlinking, relating and unrelating', async () => {
    const [card, other] = [await propose('Linked.'), await propose('Other.')];
    const annotation = await passage('jumps');
    const made = await linkPassage(ann, at(card), { annotation, role: 'states' });
    await unlinkPassage(mod, { ...at(card), id: made.id });
    await undoLast(card);
    expect(await listOccurrences(ann, at(card))).toMatchObject([{ id: made.id, creator: { name: 'Ann' } }]);
    const drawn = await relateCard(mod, at(card), { type: 'supports', to: other.id, rationale: 'So.' });
    await unrelateCard(mod, { ...at(card), id: drawn.id });
    await undoLast(card);
    expect(await listRelations(ann, at(other))).toEqual([drawn]);
  });

  test('is for moderators, and for nobody elsewhere', async () => {
    const card = await propose('Undone by whom.');
    await step(card, 'accept');
    const [event] = await cardHistory(mod, at(card));
    expect(await refusal(undoStep(ann, { ...at(card), event: event?.id ?? '' }))).toMatchObject({
      status: 403,
    });
    const other = await propose('Not its event.');
    expect(await refusal(undoStep(mod, { ...at(other), event: event?.id ?? '' }))).toMatchObject({
      status: 404,
    });
  });
});

describe('splitting', () => {
  test('takes some passages along, and undoing brings them back and puts the new card away', async () => {
    const card = await propose('Two things at once.');
    const annotation = await passage('fox');
    const met = await linkPassage(ann, at(card), { annotation, role: 'states' });
    const made = await splitCard(mod, at(card), {
      ...{ kind: 'claim', statement: 'One thing.', occurrences: [met.id], reason: '' },
    });
    expect(await listOccurrences(ann, at(card))).toEqual([]);
    expect(await listOccurrences(ann, at(made))).toMatchObject([{ id: met.id }]);
    expect((await undoLast(card)).lost).toEqual([]);
    expect(await listOccurrences(ann, at(card))).toMatchObject([{ id: met.id }]);
    expect(await readCard(mod, at(made))).toMatchObject({ card: { status: 'archived' } });
  });

  test('refuses passages of another card', async () => {
    const [card, other] = [await propose('Split me.'), await propose('Not me.')];
    const met = await linkPassage(ann, at(other), { annotation: await passage('dog'), role: 'states' });
    const draft = { kind: 'claim' as const, statement: 'A part.', occurrences: [met.id], reason: '' };
    expect(await refusal(splitCard(mod, at(card), draft))).toMatchObject({ status: 422 });
    expect(await db().card.count({ where: { groupId: group, statement: 'A part.' } })).toBe(0);
  });
});
