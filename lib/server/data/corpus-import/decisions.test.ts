import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords as fixture } from '@/lib/core/corpus/corpus.fixture';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { corpusHead, writtenFiles } from '@/lib/core/export/written-files.fixture';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { undoAdjudication } from '@/lib/server/data/adjudication/undo-adjudication';
import { db } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { importCorpus } from './import-corpus';

let owner: Viewer;
beforeAll(async () => {
  owner = await person('Olga');
});

async function emptyGroup(): Promise<string> {
  const id = v7();
  await createGroup(owner, { id, name: `Court ${id}`, description: '', visibility: 'private' });
  return id;
}

const bring = (group: string, records: readonly CorpusRecord[]) =>
  importCorpus(owner, group, {
    format: 'jsonl',
    dryRun: false,
    content: async () => bytesOf([...writtenFiles(jsonl, records, corpusHead).values()][0] ?? ''),
  });

test('has what was decided in force, about the same marks, until somebody decides again', async () => {
  const group = await emptyGroup();
  await bring(group, fixture);
  const place = {
    group,
    essay: (await db().readingListEntry.findFirstOrThrow({ where: { groupId: group } })).slug,
  };
  const decided = async () =>
    (await essayAdjudication(owner, place)).cases.filter(({ decision }) => decision !== null);
  const cases = await decided();
  expect(
    cases.map(({ status, decision }) => [status, decision?.verdict, decision?.reason, decision?.by.name]),
  ).toEqual([
    ['decided', 'accept', '=The clause, <b>not</b> the sentence.', 'reader-k7f3qa2m (imported)'],
    ['decided', 'reject', '', 'Somebody (imported)'],
  ]);
  await undoAdjudication(owner, { ...place, id: cases[0]!.decision!.id });
  await bring(group, fixture);
  expect(await decided()).toHaveLength(1);
});

test('leaves what the group decided itself, and tells of it', async () => {
  const group = await emptyGroup();
  await bring(
    group,
    fixture.filter(({ kind }) => kind !== 'adjudication'),
  );
  const entry = await db().readingListEntry.findFirstOrThrow({ where: { groupId: group } });
  const place = { group, essay: entry.slug };
  const { cases } = await essayAdjudication(owner, place);
  const reject = { verdict: 'reject' as const, marks: [], reason: 'Ours.' };
  await decideCases(
    owner,
    place,
    cases.map(({ id, state }) => ({ case: id, state, ...reject })),
  );
  const { created, bad } = await bring(group, fixture);
  expect(created.decisions).toBe(0);
  const refused = bad.rows.filter(({ what }) => what.startsWith('decision '));
  expect(refused.map(({ reason }) => reason)).toEqual(Array(2).fill('The group has decided this itself.'));
});

test('keeps no decision of the future above those of today', async () => {
  const group = await emptyGroup();
  const late = fixture.map((one) =>
    one.kind === 'adjudication' ? { ...one, created: '9999-01-01T00:00:00.000Z' } : one,
  );
  await bring(group, late);
  const rows = await db().adjudication.findMany({ where: { groupId: group } });
  for (const { createdAt } of rows) expect(createdAt.getTime()).toBeLessThanOrEqual(Date.now());
});

test('about marks that are not there is left out, and told of', async () => {
  const group = await emptyGroup();
  const secret = fixture.map((one) =>
    one.kind === 'annotation' ? { ...one, visibility: 'private' as const } : one,
  );
  const { created, bad } = await bring(group, secret);
  expect(created.decisions).toBe(0);
  const refused = bad.rows.filter(({ what }) => what.startsWith('decision '));
  expect(refused.map(({ reason }) => reason)).toEqual(Array(2).fill('Nothing of what it is about is there.'));
});
