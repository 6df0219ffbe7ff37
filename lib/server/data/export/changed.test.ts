import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { setBelief } from '@/lib/server/data/cards/beliefs';
import { curatingGroup } from '@/lib/server/data/cards/curating-group.fixture';
import { relateCard } from '@/lib/server/data/cards/relations';
import { db } from '@/lib/server/data/database';
import { changeGuideline } from '@/lib/server/data/guideline';
import { reactToAnnotation, reactToReply } from '@/lib/server/data/reactions';
import { createReply } from '@/lib/server/data/replies';
import { readAll } from './export-group.fixture';

const { group, place, mod, ann, at, propose, passage } = await curatingGroup();
const fox = await passage('quick brown fox');
const [one, two] = [await propose('It rains.'), await propose('It pours.')];
await relateCard(ann, at(one), { type: 'crux-for', to: two.id, rationale: '' });
const answer = { id: crypto.randomUUID(), parent: null, comment: { markdown: 'Is it?' } };
const { id: reply } = await createReply(ann, fox, answer);

const changed = async () => (await readAll(ann, group, { visibility: 'all' })).head.changed;

/** What a piece of work does to the date of a file. */
async function movedBy(work: () => PromiseLike<unknown>): Promise<boolean> {
  const before = await changed();
  await setTimeout(5);
  await work();
  return (await changed()) > before;
}

const ofGroup = { where: { id: group } };
const ofTag = { where: { groupId_slug: { groupId: group, slug: 'crux' } } };
const ofEssay = { where: { id: place.essay } };
const ofEntry = { where: { groupId_essayId: { groupId: group, essayId: place.essay } } };
const agree = { kind: 'agree', on: true };

test.each<[string, () => PromiseLike<unknown>]>([
  ['the name of the group', () => db().group.update({ ...ofGroup, data: { name: 'Other readers' } })],
  ['the guideline', () => changeGuideline(mod, group, { markdown: 'Mark *it*.', ifMatch: null })],
  ['what a tag means', () => db().tag.update({ ...ofTag, data: { definition: 'Changes minds.' } })],
  ['that a tag is used no more', () => db().tag.update({ ...ofTag, data: { retiredAt: new Date() } })],
  ['a title', () => db().essay.update({ ...ofEssay, data: { title: 'The foxes' } })],
  ['a licence', () => db().essay.update({ ...ofEssay, data: { licence: 'CC BY 4.0' } })],
  ['the leave for a text', () => db().readingListEntry.update({ ...ofEntry, data: { shareText: true } })],
  ['a reaction to an annotation', () => reactToAnnotation(mod, fox, agree)],
  ['a reaction to a reply', () => reactToReply(mod, reply, agree)],
  ['a belief', () => setBelief(ann, { ...at(one), target: two.id }, { ifTrue: 75, ifFalse: 25 })],
])('a file is dated by a change of %s', async (_, work) => {
  expect(await movedBy(work)).toBe(true);
});

test('and not by what no file holds', async () => {
  expect(await movedBy(() => db().group.update({ ...ofGroup, data: { reviewFirst: 3 } }))).toBe(false);
  expect(await movedBy(() => db().tag.update({ ...ofTag, data: { shortcut: 'q' } }))).toBe(false);
  expect(await movedBy(() => db().essay.update({ ...ofEssay, data: { title: 'The foxes' } }))).toBe(false);
});
