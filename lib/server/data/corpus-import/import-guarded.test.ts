import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { exportFormats } from '@/lib/core/export/export-formats';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { db } from '@/lib/server/data/database';
import { exportGroup, ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { createGroup } from '@/lib/server/data/groups';
import { visitor } from '@/lib/server/data/viewer';
import { importCorpus } from './import-corpus';

const { group, owner, bo, annotate, answer } = await exportGroup();
const whole = { visibility: 'all', parts: 'texts,annotations,replies,cards,positions,moderation' };
await annotate(owner, 'fox', { visibility: 'private', comment: { markdown: 'For me alone.' } });
const rude = await annotate(bo, 'quick', { comment: { markdown: 'Rude words.' } });
const dog = await annotate(bo, 'lazy dog', { comment: { markdown: 'Poor dog.' } });
const worse = await answer(bo, dog, 'Worse words.');
await db().annotation.update({ where: { id: rude }, data: { held: 'hidden' } });
await db().reply.update({ where: { id: worse }, data: { held: 'pending' } });

/** The group once more, public, out of a file of everything that its owner may take. */
async function copyBy(format: 'jsonl' | 'jsonld'): Promise<string> {
  const { records, head } = await readAll(owner, group, whole);
  expect(head.counts).toMatchObject({ annotations: 3, replies: 1 });
  const [file = ''] = writtenFiles(exportFormats[format], records, head).values();
  const id = v7();
  await createGroup(owner, { id, name: `Copy ${id}`, description: '', visibility: 'public' });
  const report = await importCorpus(owner, id, { format, dryRun: false, content: async () => bytesOf(file) });
  expect(report.created).toMatchObject({ annotations: 3, replies: 1 });
  return id;
}

test.each(['jsonl', 'jsonld'] as const)(
  'what was private and held in the group that %s was taken from is so in its copy',
  async (format) => {
    const copy = await copyBy(format);
    const seen = await readAll(visitor, copy, {});
    expect(ofKind(seen, 'annotation').map(({ comment, replies }) => [comment, replies])).toEqual([
      ['Poor dog.', []],
    ]);
    const moderated = await readAll(owner, copy, whole);
    expect(
      ofKind(moderated, 'annotation').map(({ comment, held, replies: [reply] }) => [
        comment,
        held,
        reply?.words?.comment,
        reply?.held,
      ]),
    ).toEqual([
      ['Rude words.', 'hidden', undefined, undefined],
      ['Poor dog.', null, 'Worse words.', 'pending'],
    ]);
    const rows = await db().annotation.findMany({
      where: { groupId: copy },
      select: { visibility: true, commentMarkdown: true },
    });
    expect(rows.filter(({ visibility }) => visibility === 'private')).toMatchObject([
      { commentMarkdown: 'For me alone.' },
    ]);
  },
);
