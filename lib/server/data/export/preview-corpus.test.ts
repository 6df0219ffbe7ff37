import { expect, test } from 'vitest';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { type ExportFormatName, exportFormatNames, exportFormats } from '@/lib/core/export/export-formats';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { exportGroup } from './export-group.fixture';
import { previewCorpus } from './preview-corpus';

const { group, essay, owner, ann, bo, annotate, answer } = await exportGroup();
const fox = await annotate(ann, 'fox', { comment: { markdown: '\\* It **is** <https://fox.example>.' } });
await answer(bo, fox, 'Is it?');
const preview = (format?: ExportFormatName) =>
  previewCorpus(owner, group, { ...ExportChoice.parse({}), format });

test('comments are shown as plain text', async () => {
  expect((await preview()).rows).toMatchObject([{ id: fox, comment: '* It is https://fox.example.' }]);
});

test('a text that may not be passed on counts in a format that holds something of it, and not in another', async () => {
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  for (const name of [undefined, ...exportFormatNames]) {
    const { withoutText = 'quotations' } = name ? exportFormats[name] : {};
    const { counts, rows, withheld, ...rest } = await preview(name);
    expect([name, rest.withoutText]).toEqual([name, withoutText]);
    expect(withheld).toMatchObject([{ essay }]);
    const n = withoutText === 'nothing' ? 0 : 1;
    expect([counts.annotations, rows.length]).toEqual([n, n]);
  }
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
  expect(await of('jsonl')).toMatchObject({ documents: 2, annotations: 2, replies: 2, checks: 1 });
  expect(await of('html')).toMatchObject({ documents: 1, annotations: 1, replies: 1, checks: 0 });
});
