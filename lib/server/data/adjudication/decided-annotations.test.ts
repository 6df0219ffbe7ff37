import { expect, test } from 'vitest';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { previewCorpus } from '@/lib/server/data/export/preview-corpus';
import { move } from '@/lib/server/data/move.fixture';
import { person } from '@/lib/server/data/person.fixture';
import { readingHead } from '@/lib/server/data/reading-page';
import { visitor } from '@/lib/server/data/viewer';
import { adjudicatingGroup } from './adjudicated-world.fixture';
import { decidedAnnotations } from './decided-annotations';
import { undoAdjudication } from './undo-adjudication';

const ifMatch = null;

/** Ann's fox stands as a claim, Ben's crux of it does not; of the dog nothing was decided. */
async function decidedGroup() {
  const club = await adjudicatingGroup();
  const { ann, ben, tag, cases, decide } = club;
  const fox = await tag(ann, 'brown fox 🦊', 'claim');
  const other = await tag(ben, 'brown fox 🦊', 'crux');
  await tag(ann, 'lazy dog', 'crux');
  const [one] = await cases();
  const claim = one!.candidates.find(({ tags }) => tags[0] === 'claim')!;
  const marks = [{ start: claim.start, end: claim.end, tags: [...claim.tags] }];
  const [decided] = await decide(one!, { verdict: 'accept', marks, reason: 'It says so.' });
  const fates = async (who = club.mo) =>
    (await decidedAnnotations(who, club.place)).items.map(({ annotation, fate, retagged }) => [
      annotation,
      fate,
      retagged,
    ]);
  return { ...club, fox, other, decision: decided!.decision!.id, fates };
}

test('of each annotation that was decided about, what became of it, by whom and why, in code points', async () => {
  const { ann, fox, other, place, fates } = await decidedGroup();
  const { items, decisions } = await decidedAnnotations(ann, place);
  expect(items.find(({ annotation }) => annotation === fox.id)?.fate).toBe('kept');
  // Once, whatever number of marks it is about.
  expect(decisions).toMatchObject([
    {
      verdict: 'accept',
      reason: 'It says so.',
      by: { name: 'Mo' },
      marks: [{ start: 10, end: 21, tags: ['claim'] }],
    },
  ]);
  expect(items.map(({ decision }) => decision)).toEqual([decisions[0]?.id, decisions[0]?.id]);
  expect(new Set(await fates())).toEqual(
    new Set([
      [fox.id, 'kept', false],
      [other.id, 'not kept', false],
    ]),
  );
});

test('says when it got other tags since, and nothing once it was taken back', async () => {
  const { ben, mo, other, fates, place, decision } = await decidedGroup();
  await editAnnotation(ben, other.id, { change: { tags: ['claim'] }, ifMatch });
  expect(await fates()).toContainEqual([other.id, 'not kept', true]);
  await undoAdjudication(mo, { ...place, id: decision });
  expect(await fates()).toEqual([]);
});

test('says when it was moved to other words since, not when to other parts of the same ones', async () => {
  const { ann, fox, mo, place } = await decidedGroup();
  const movedTo = async (exact: string) => {
    await move(ann, fox.id, exact);
    const { items } = await decidedAnnotations(mo, place);
    return items.flatMap(({ annotation, moved }) => (moved ? [annotation] : []));
  };
  expect(await movedTo('rown fox 🦊')).toEqual([]);
  expect(await movedTo('fox 🦊')).toEqual([fox.id]);
  expect(await movedTo('brown fox 🦊')).toEqual([]);
});

test('does not take a tag that the group retired since for another tag', async () => {
  const { other, fates, place } = await decidedGroup();
  await db().tag.updateMany({
    where: { groupId: place.group, slug: 'crux' },
    data: { retiredAt: new Date() },
  });
  expect(await fates()).toContainEqual([other.id, 'not kept', false]);
});

test('tells only of annotations that one may see: not of private ones, held ones, or while reading alone', async () => {
  const { ann, ben, mo, join, fox, other, fates, place } = await decidedGroup();
  await editAnnotation(ann, fox.id, { change: { visibility: 'private' }, ifMatch });
  expect(await fates(ben)).toEqual([[other.id, 'not kept', false]]);
  expect(await fates(ann)).toHaveLength(2);
  await db().annotation.update({ where: { id: other.id }, data: { held: 'hidden' } });
  const [cy, rae] = [await join('Cy', 'member'), await join('Rae', 'reader')];
  expect(await fates(rae)).toEqual([]);
  expect(await fates(mo)).toEqual([[other.id, 'not kept', false]]);
  await beginAnnotationRound(mo, place, {
    title: 'Blind',
    guideline: '',
    revealWhenAllDone: false,
    tags: [],
    people: [cy.user.id, ben.user.id],
  });
  expect(await fates(ben)).toEqual([]);
  for (const stranger of [visitor, await person('Eve')])
    await expect(decidedAnnotations(stranger, place)).rejects.toMatchObject({ status: 404 });
});

test('the page knows whether there is anything to ask for, and an export how many decisions come', async () => {
  const { mo, group, essay } = await decidedGroup();
  const before = await adjudicatingGroup();
  const known = async (place: { group: string; essay: string }, viewer = mo) =>
    (await readingHead(viewer, place.group, place.essay)).hasDecisions;
  expect(await known({ group, essay })).toBe(true);
  expect(await known(before.place, before.mo)).toBe(false);
  const counted = async (viewer: typeof mo, of: string) =>
    (await previewCorpus(viewer, of, ExportChoice.parse({}))).counts;
  expect(await counted(mo, group)).toMatchObject({ annotations: 3, adjudications: 1 });
  expect(await counted(before.mo, before.group)).not.toHaveProperty('adjudications');
});
