import { expect, test } from 'vitest';
import { essayAgreement } from '@/lib/server/data/agreement/agreement';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { accept, adjudicatingGroup } from './adjudicated-world.fixture';
import { decidedAnnotations } from './decided-annotations';
import { guidelineExamples, keepExample } from './guideline-examples';

test('what nobody else sees is in no case and no decision, comes with no export, and is said of in no note', async () => {
  const { place, group, ann, ben, mo, join, tag, cases, decide } = await adjudicatingGroup();
  const secret = 'Quokka';
  const own = { tags: ['claim'], comment: { markdown: secret } };
  await createAnnotation(ann, place, mark('quick', { ...own, visibility: 'private' }));
  const held = await createAnnotation(ann, place, mark('lazy dog', own));
  const later = await createAnnotation(ann, place, mark('sleeps', own));
  await tag(ben, 'brown fox', 'crux');
  await db().annotation.update({ where: { id: held.id }, data: { held: 'hidden' } });
  const seen = await cases(ben);
  expect(seen.map(({ candidates }) => candidates.flatMap(({ tags }) => tags))).toEqual([['crux'], ['claim']]);
  const about = seen.find(({ candidates }) => candidates[0]?.marks[0]?.annotation === later.id);
  await decide(about!, accept(about!));
  await editAnnotation(ann, later.id, { change: { visibility: 'private' }, ifMatch: null });
  for (const viewer of [ben, mo, await join('Rae', 'reader')]) {
    const told = [
      await cases(viewer),
      await decidedAnnotations(viewer, place),
      await readAll(viewer, group),
      await essayAgreement(viewer, place),
    ];
    for (const id of [secret, held.id, later.id]) expect(JSON.stringify(told)).not.toContain(id);
  }
  expect((await decidedAnnotations(ann, place)).items.map(({ annotation }) => annotation)).toEqual([
    later.id,
  ]);
});

test('who reads an essay alone is told neither cases nor decisions nor examples of it', async () => {
  const { place, group, ben, mo, tag, cases, decide } = await adjudicatingGroup();
  await tag(ben, 'brown fox', 'crux');
  const [one] = await cases();
  await decide(one!, accept(one!));
  const tagged = { tag: 'crux', essay: place.essay, version: 1, start: 10, end: 19 };
  await keepExample(mo, group, { ...tagged, positive: true, reason: '' });
  expect(await guidelineExamples(ben, group)).toHaveLength(1);
  await beginAnnotationRound(mo, place, {
    title: 'Blind',
    guideline: '',
    revealWhenAllDone: false,
    tags: [],
    people: [ben.user.id, mo.user.id],
  });
  await expect(cases(ben)).rejects.toMatchObject({ status: 409, code: 'reading-alone' });
  await expect(decide(one!, {}, mo)).rejects.toMatchObject({ status: 409, code: 'reading-alone' });
  await expect(essayAgreement(ben, place)).rejects.toMatchObject({ status: 409, code: 'reading-alone' });
  expect(await decidedAnnotations(ben, place)).toEqual({ items: [], decisions: [] });
  expect(await guidelineExamples(ben, group)).toEqual([]);
  expect(ofKind(await readAll(ben, group), 'adjudication')).toEqual([]);
});
