import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { deleteGroup } from '@/lib/server/data/groups';
import { rewordCard } from './change-card';
import { refusal } from './curating-group.fixture';
import { mergingGroup } from './merging-group.fixture';
import { linkPassage, listOccurrences } from './occurrences';
import { listPositions } from './positions';
import { readCard } from './read-card';
import { listRelations, relateCard } from './relations';
import { splitCard } from './split-card';

const { group, mod, ann, reader, at, propose, passage, answer, merge, undoLast, pair, live } =
  await mergingGroup();

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

  test('as the negation turns earlier answers round too, and undoing turns them back', async () => {
    const [from, into] = [await propose('It snows not.'), await propose('It snows.')];
    await answer(from, ann, 10);
    await answer(into, ann, 70);
    const before = await live([from, into]);
    await merge(from, into, true);
    expect(await listPositions(ann, at(into))).toMatchObject({
      mine: { credence: 70 },
      earlier: [{ credence: 90, stale: false }],
    });
    await undoLast(into);
    expect(await live([from, into])).toEqual(before);
  });

  test('redirects in one hop, also what was merged before', async () => {
    const [one, two, three] = [await propose('First.'), await propose('Second.'), await propose('Third.')];
    await merge(one, two);
    await merge(two, three);
    for (const card of [one, two])
      expect(await readCard(reader, at(card))).toMatchObject({ mergedInto: three.number });
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

describe('splitting', () => {
  test('takes some passages along, and undoing brings them back and puts the new card away', async () => {
    const card = await propose('Two things at once.');
    const annotation = await passage('fox');
    const met = await linkPassage(ann, at(card), { annotation, role: 'states' });
    const made = await splitCard(mod, at(card), {
      kind: 'claim',
      statement: 'One thing.',
      occurrences: [met.id],
      reason: '',
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

test('a group takes its cards along, with all that hangs on them', async () => {
  const room = await mergingGroup();
  const { from, into, third } = await room.pair();
  await room.merge(from, into);
  await room.undoLast(into);
  await room.merge(from, into, true);
  const within = { cardId: { in: [from, into, third].map(({ id }) => id) } };
  const counts = () =>
    Promise.all([
      db().card.count({ where: { groupId: room.group } }),
      db().position.count({ where: within }),
      db().occurrence.count({ where: within }),
      db().cardEvent.count({ where: within }),
    ]);
  expect((await counts()).every((count) => count > 0)).toBe(true);
  await deleteGroup(await room.join('Olga', 'owner'), room.group, 'Readers');
  expect(await counts()).toEqual([0, 0, 0, 0]);
});
