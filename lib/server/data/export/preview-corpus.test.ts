import { expect, test } from 'vitest';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormatNames, exportFormats } from '@/lib/core/export/export-formats';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { exportGroup } from './export-group.fixture';
import { previewCorpus } from './preview-corpus';
import { setSharing } from './sharing';

const { group, essay, owner, ann, bo, annotate, answer } = await exportGroup();
const fox = await annotate(ann, 'fox', { comment: { markdown: '\\* It **is** <https://fox.example>.' } });
await answer(bo, fox, 'Is it?');
const preview = (format?: ExportFormatName) =>
  previewCorpus(owner, group, { ...ExportChoice.parse({}), format });

test('comments are shown as plain text', async () => {
  expect((await preview()).rows).toMatchObject([{ id: fox, comment: '* It is https://fox.example.' }]);
});

test('marks in a text that may not be passed on count in a format that can quote them; the text never does', async () => {
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  for (const name of [undefined, ...exportFormatNames]) {
    const { lacks, partly, ...format }: ExportFormat = exportFormats[name ?? 'jsonl'];
    const hasTexts = !lacks.includes('documents');
    const withoutText = hasTexts ? format.withoutText : 'quotations';
    const { counts, rows, unlicensed, ...rest } = await preview(name);
    expect([name, rest.withoutText]).toEqual([name, withoutText]);
    expect(unlicensed).toMatchObject(hasTexts ? [{ essay, licence: null, comes: false }] : []);
    expect(counts.documents).toBe(0);
    const n = format.withoutText === 'nothing' || partly.includes('annotations') ? 0 : 1;
    expect([counts.annotations, rows.length]).toEqual([n, n]);
  }
});

test('of a text that nothing is marked in is said nothing where it would not come anyway', async () => {
  const { group, essay, owner } = await exportGroup();
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  const seen = async (format: ExportFormatName) =>
    (await previewCorpus(owner, group, { ...ExportChoice.parse({}), format })).unlicensed.length;
  expect([await seen('jsonl'), await seen('brat'), await seen('conll'), await seen('csv')]).toEqual([
    1, 0, 0, 0,
  ]);
});

test('a moderator may let members take a text along; whoever added it may take leave back, and undo no refusal', async () => {
  const { essay, group, ann, bo, owner } = await exportGroup();
  const place = { group, essay };
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  await db().essayVersion.updateMany({ where: { essayId: essay }, data: { createdById: ann.user.id } });
  const seenBy = async (viewer: Viewer) => {
    const { counts, unlicensed } = await previewCorpus(viewer, group, ExportChoice.parse({}));
    return [counts.documents, unlicensed[0]?.comes, unlicensed[0]?.mayShare];
  };
  const refused = { status: 403 };
  expect(await seenBy(owner)).toEqual([0, false, true]);
  await setSharing(owner, place, true);
  expect(await seenBy(ann)).toEqual([1, true, true]);
  expect(await seenBy(bo)).toEqual([1, true, false]);
  await expect(setSharing(bo, place, false)).rejects.toMatchObject(refused);
  await setSharing(ann, place, false);
  expect(await seenBy(ann)).toEqual([0, false, false]);
  await expect(setSharing(ann, place, true)).rejects.toMatchObject(refused);
  await setSharing(owner, place, true);
  // Somebody who is only a reader now, though they added it.
  await db().membership.updateMany({ where: { userId: ann.user.id }, data: { role: 'reader' } });
  await expect(setSharing(ann, place, false)).rejects.toMatchObject(refused);
  await expect(setSharing(visitor, place, true)).rejects.toMatchObject({ status: 404 });
});

test('visitors of a public group get no text without an open licence, whoever lets members have it', async () => {
  const { essay, group, owner } = await exportGroup('public');
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  await setSharing(owner, { group, essay }, true);
  const { counts, unlicensed } = await previewCorpus(visitor, group, ExportChoice.parse({}));
  expect([counts.documents, unlicensed]).toMatchObject([0, [{ essay, comes: false, mayShare: false }]]);
});

test('of a text that comes, answers still count', async () => {
  const open = await exportGroup();
  const [version, tag] = [
    await db().essayVersion.findFirstOrThrow({ where: { essayId: open.essay } }),
    await db().tag.findFirstOrThrow({ where: { groupId: group } }),
  ];
  const entry = { groupId: group, essayId: open.essay, slug: 'the-open-fox', position: 1 };
  await db().readingListEntry.create({ data: entry });
  const there = { group, essay: open.essay };
  const dog = await createAnnotation(ann, there, mark('lazy dog'));
  await answer(bo, dog.id, 'Poor dog.');
  const check = { groupId: group, essayVersionId: version.id, tagId: tag.id, userId: bo.user.id };
  await db().sectionCheck.create({ data: { ...check, block: 0, start: 0, end: 9 } });
  const of = async (name: ExportFormatName) => (await preview(name)).counts;
  expect(await of('jsonl')).toMatchObject({ documents: 1, annotations: 2, replies: 2, checks: 1 });
  expect(await of('html')).toMatchObject({ documents: 1, annotations: 1, replies: 1, checks: 0 });
});

test('what is private or held comes in formats that say so; of others it is told how much stays', async () => {
  const { group, owner, bo, annotate, answer } = await exportGroup();
  await annotate(owner, 'quick', { visibility: 'private' });
  const dog = await annotate(bo, 'lazy dog');
  const [rude, worse] = [await annotate(bo, 'fox'), await answer(bo, dog, 'Rude.')];
  await db().annotation.update({ where: { id: rude }, data: { held: 'hidden' } });
  await db().reply.update({ where: { id: worse }, data: { held: 'pending' } });
  const everything = { visibility: 'all', parts: 'texts,annotations,replies,moderation' };
  for (const name of exportFormatNames) {
    const format: ExportFormat = exportFormats[name];
    // None of these is on a card.
    const none = [...format.lacks, ...format.partly].includes('annotations');
    const of = async (choice: Record<string, string>) => {
      const asked = { ...ExportChoice.parse(choice), format: name };
      const { counts, untold, rows } = await previewCorpus(owner, group, asked);
      expect(rows).toHaveLength(none ? rows.length : counts.annotations);
      return [counts.annotations, untold];
    };
    const all = { private: 0, held: 0 };
    const told = [none ? 0 : 3, all];
    const untold = none ? [0, all] : [1, { private: 1, held: format.lacks.includes('replies') ? 1 : 2 }];
    expect([name, ...(await of(everything))]).toEqual([name, ...(format.tells.length > 0 ? told : untold)]);
    expect([name, ...(await of({}))]).toEqual([name, none ? 0 : 1, all]);
  }
});
