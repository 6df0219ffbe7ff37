import { expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { person } from '@/lib/server/data/person.fixture';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import { curatingGroup, refusal } from './curating-group.fixture';
import { metCards } from './met-cards';
import { linkPassage } from './occurrences';

const { place, ann, reader, mod, at, propose, passage, step } = await curatingGroup();

const link = (card: { id: string }, annotation: string, role: 'states' | 'supports' = 'states') =>
  linkPassage(ann, at(card), { annotation, role });
const statementsAt = async (annotation: string) =>
  (await metCards(reader, place))
    .filter((one) => one.annotation === annotation)
    .map((one) => one.card.statement);

test('every passage names its cards, in each role', async () => {
  const [fox, dog] = [await propose('Foxes jump.'), await propose('Dogs sleep.')];
  const annotation = await passage('jumps');
  const stated = await link(fox, annotation);
  await link(dog, annotation);
  await link(dog, annotation, 'supports');
  const met = (await metCards(reader, place)).filter((one) => one.annotation === annotation);
  expect(met[0]).toEqual({
    annotation,
    occurrence: stated.id,
    role: 'states',
    card: { number: fox.number, kind: 'claim', statement: 'Foxes jump.', status: 'proposed' },
  });
  expect(met.slice(1).map(({ role, card }) => [role, card.number])).toEqual([
    ['states', dog.number],
    ['supports', dog.number],
  ]);
});

test('a card that was merged appears as the one it leads to, an archived one not at all', async () => {
  const [gone, into, withdrawn] = [
    await propose('Old.'),
    await propose('New.'),
    await propose('Taken back.'),
  ];
  const annotation = await passage('lazy dog');
  await link(gone, annotation);
  await link(withdrawn, annotation);
  await db().card.update({ where: { id: gone.id }, data: { status: 'merged', mergedIntoId: into.id } });
  await step(withdrawn, 'withdraw');
  expect(await statementsAt(annotation)).toEqual(['New.']);
});

test('a note that only its author sees, or that was deleted, is named to nobody', async () => {
  const card = await propose('Hidden.');
  const [own, deleted] = [await passage('brown'), await passage('quick')];
  for (const annotation of [own, deleted]) await link(card, annotation);
  await db().annotation.update({ where: { id: own }, data: { visibility: 'private' } });
  const by = ann.user.id;
  await db().annotation.update({ where: { id: deleted }, data: { deletedAt: new Date(), deletedById: by } });
  for (const annotation of [own, deleted]) expect(await statementsAt(annotation)).toEqual([]);
  expect((await metCards(ann, place)).map((one) => one.annotation)).not.toContain(own);
});

test('the same essay in another group has its own, and strangers are told nothing', async () => {
  const other = await readingGroup();
  const eve = await other.join('Eve', 'owner');
  await db().readingListEntry.create({
    data: { groupId: other.group, essayId: place.essay, slug: 'shared', position: 1 },
  });
  expect(await metCards(eve, { group: other.group, essay: place.essay })).toEqual([]);
  expect((await metCards(mod, place)).length).toBeGreaterThan(0);
  expect(await refusal(metCards(await person('Mallory'), place))).toMatchObject({ status: 404 });
});
