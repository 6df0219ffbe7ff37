import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rewordCard } from '@/lib/server/data/cards/change-card';
import { curatingGroup } from '@/lib/server/data/cards/curating-group.fixture';
import { mergeCard } from '@/lib/server/data/cards/merge-cards';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { takePosition } from '@/lib/server/data/cards/positions';
import { editAnnotation, setResolved } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { reactToAnnotation, reactToReply } from '@/lib/server/data/reactions';
import { createReply } from '@/lib/server/data/replies';
import { ofKind, readAll } from './export-group.fixture';

const { group, place, mod, ann, at, propose, passage } = await curatingGroup();

/** A moment between what was before it and what comes after. */
async function moment(): Promise<string> {
  await setTimeout(5);
  const [row] = await db().$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  await setTimeout(5);
  return row!.now.toISOString();
}

const words = { comment: { markdown: 'Is it?' } };
const reply = async (annotation: string) =>
  (await createReply(ann, annotation, { id: crypto.randomUUID(), parent: null, ...words })).id;
const reword = (card: { id: string }, statement: string) =>
  rewordCard(mod, at(card), { statement, wordingOnly: true, reason: '', ifMatch: null });
const answer = (card: { id: string }, credence: number) =>
  takePosition(ann, at(card), { credence, reason: '', wouldChangeMind: '' });
const agree = { kind: 'agree', on: true };

const [fox, dog] = [await passage('quick brown fox'), await passage('lazy dog')];
const asked = await reply(fox);
const [card, old] = [await propose('It rains.'), await propose('It pours.')];
await linkPassage(ann, at(card), { annotation: fox, role: 'states' });
await answer(card, 70);
await setResolved(mod, dog, true);
const then = await moment();

await reactToAnnotation(mod, fox, agree);
await reactToReply(mod, asked, agree);
const said = await reply(fox);
await setResolved(mod, fox, true);
await linkPassage(mod, at(card), { annotation: dog, role: 'opposes' });
await reword(card, 'It will rain.');
await reword(card, 'It always rains.');
await answer(card, 90);
const late = await propose('It drizzles.');
for (const from of [old, late]) await mergeCard(mod, at(from), { into: card.id, negated: false, reason: '' });

const asOfThen = (choice: Record<string, string> = {}) => readAll(ann, group, { asOf: then, ...choice });
const annotations = async (choice: Record<string, string> = {}) =>
  ofKind(await asOfThen(choice), 'annotation');
const theCard = async (choice: Record<string, string> = { asOf: then }) => {
  const found = ofKind(await readAll(ann, group, choice), 'card').find(({ id }) => id === card.id);
  return found!;
};

test('as of a date nothing was said or thought of what was said later', async () => {
  const [first] = await annotations();
  expect(first).toMatchObject({ id: fox, reactions: [], replies: [{ id: asked, reactions: [] }] });
  const [today] = ofKind(await readAll(ann, group), 'annotation');
  expect(today?.reactions).toHaveLength(1);
  expect(today?.replies).toMatchObject([{ id: asked, reactions: [{ kind: 'agree' }] }, { id: said }]);
});

test('what was resolved later is open, and comes as such', async () => {
  expect((await annotations()).map(({ id, resolved }) => [id, resolved !== null])).toEqual([
    [fox, false],
    [dog, true],
  ]);
  expect((await annotations({ status: 'open' })).map(({ id }) => id)).toEqual([fox]);
  expect((await annotations({ status: 'resolved' })).map(({ id }) => id)).toEqual([dog]);
  expect((await asOfThen({ status: 'open' })).head.counts).toMatchObject({ annotations: 1, replies: 1 });
});

test('a card is met in no passage that was linked to it later', async () => {
  expect((await theCard()).occurrences).toMatchObject([{ annotation: fox, role: 'states' }]);
  expect((await annotations()).map(({ cards }) => cards.length)).toEqual([1, 0]);
  expect(ofKind(await asOfThen({ q: 'lazy' }), 'card')).toEqual([]);
  expect((await theCard({})).occurrences).toHaveLength(2);
});

test('of the wordings of a card come those of then, and the one that it has', async () => {
  const numbers = (await theCard()).wordings.map(({ statement }) => statement);
  expect(numbers).toEqual(['It rains.', 'It always rains.']);
  expect((await theCard({})).wordings).toHaveLength(3);
});

test('a card that was made later is not named among those that went into another', async () => {
  expect((await theCard()).aliases.map(({ id }) => id)).toEqual([old.id]);
  expect((await theCard({})).aliases.map(({ id }) => id)).toEqual([old.id, late.id]);
});

test('an own answer that another took the place of later still holds', async () => {
  expect((await theCard()).positions).toMatchObject([{ credence: 70, superseded: null }]);
  expect((await theCard({})).positions).toMatchObject([{ superseded: expect.any(String) }, { credence: 90 }]);
});

test('an essay has the text that it had, and none that was added later', async () => {
  const version = (essayId: string, number: number) => ({
    essayId,
    number,
    document: {},
    text: 'Other.',
    sha256: crypto.randomUUID(),
    words: 1,
    source: Buffer.from('Other.'),
    importer: 'text',
  });
  await db().essayVersion.create({ data: version(place.essay, 2) });
  const essay = await db().essay.create({ data: { id: crypto.randomUUID(), title: 'Later', authors: [] } });
  const entry = { groupId: group, essayId: essay.id, slug: 'later', position: 1 };
  await db().readingListEntry.create({ data: entry });
  await db().essayVersion.create({ data: { ...version(essay.id, 1), createdAt: new Date('2020-01-01') } });
  const numbers = async (choice: Record<string, string>) =>
    ofKind(await readAll(ann, group, choice), 'document').map(({ slug, number }) => [slug, number]);
  expect(await numbers({ asOf: then })).toEqual([['the-fox', 1]]);
  // Nobody marked anything in the first one.
  expect(await numbers({ asOf: then, tags: 'crux' })).toEqual([['the-fox', 1]]);
  expect((await numbers({})).map(([slug]) => slug)).toContain('later');
});

test('a file says when anything in it changed last, be it after the date', async () => {
  const changed = async () => (await asOfThen({ parts: 'texts,annotations,replies' })).head.changed;
  const before = await changed();
  expect(before < then).toBe(true);
  await reply(dog);
  expect(await changed()).toBe(before);
  await editAnnotation(ann, dog, { change: { comment: { markdown: 'Now.' } }, ifMatch: null });
  expect((await changed()) > then).toBe(true);
});
