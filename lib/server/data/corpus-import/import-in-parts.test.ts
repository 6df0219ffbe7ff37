import { serialize } from 'node:v8';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { mostListed } from '@/lib/core/corpus-import/import-report';
import { bytesOf, written } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { db } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import type { PackedList } from '@/lib/server/importing/packed';
import { readCorpusFile } from '@/lib/server/importing/read-corpus-file';
import { planThreads } from './annotations';
import { importCorpus } from './import-corpus';
import { importingOf } from './importing';
import { planTags } from './tags';
import { planTexts } from './texts';

const many = 1_100;
const file = written(jsonl, repeated(corpusRecords));

/** With as many annotations in all, each of its own time and words. */
function repeated(records: readonly CorpusRecord[]): CorpusRecord[] {
  const at = records.findIndex((one) => one.kind === 'annotation');
  const first = records[at] as CorpusAnnotation;
  const more = many - records.filter(({ kind }) => kind === 'annotation').length;
  const copies = Array.from({ length: more }, (_, i) => ({
    ...first,
    id: v7(),
    comment: `What of *${i}*? ${'It says so. '.repeat(i % 9)}`,
    cards: [],
    replies: [],
    created: new Date(Date.UTC(2026, 0, 1) + i).toISOString(),
  }));
  return records.toSpliced(at, 0, ...copies);
}

let owner: Viewer;
beforeAll(async () => {
  owner = await person('Olga');
});

async function emptyGroup(): Promise<string> {
  const id = v7();
  await createGroup(owner, { id, name: `Parts ${id}`, description: '', visibility: 'private' });
  return id;
}

async function lengthsOf(list: PackedList<unknown>): Promise<number[]> {
  const lengths: number[] = [];
  for await (const part of list.takenParts()) lengths.push(part.length);
  return lengths;
}

test('neither what a file says nor what is to be written is ever held as a whole: both wait packed, in parts', async () => {
  const [group, again] = [await emptyGroup(), await emptyGroup()];
  const read = (id: string) => readCorpusFile({ format: 'jsonl', content: bytesOf(file), group: id });
  const corpus = await read(group);
  expect(serialize(corpus).length).toBeLessThan(file.length / 4);
  const importing = await importingOf(owner, group, corpus);
  const { known: tags } = await planTags(importing);
  const threads = await planThreads(importing, { texts: await planTexts(importing), tags });
  // What was laid beside the group is gone.
  expect(await lengthsOf(corpus.annotation)).toEqual([]);
  expect(serialize(threads).length).toBeLessThan(file.length / 2);
  expect(await lengthsOf((await read(again)).annotation)).toEqual([250, 250, 250, 250, 100]);
  expect(await lengthsOf(threads.rows)).toEqual([250, 250, 250, 250, 99]);
});

test('of a file of nothing but faults the first are kept, and how many they are', async () => {
  const [group, faults] = [await emptyGroup(), 3 * mostListed];
  const content = bytesOf(file + '{}\n'.repeat(faults));
  const { bad } = await readCorpusFile({ format: 'jsonl', content, group });
  expect({ ...bad, rows: bad.rows.length }).toEqual({ total: faults, rows: mostListed });
});

test('every part of it comes, once', async () => {
  const group = await emptyGroup();
  const bring = () =>
    importCorpus(owner, group, { format: 'jsonl', content: async () => bytesOf(file), dryRun: false });
  expect(await bring()).toMatchObject({ created: { annotations: many - 1 }, orphaned: { total: 1 } });
  expect(await db().annotation.count({ where: { groupId: group } })).toBe(many - 1);
  expect(await bring()).toMatchObject({ created: { annotations: 0 }, matched: { annotations: many - 1 } });
  expect(await db().annotation.count({ where: { groupId: group } })).toBe(many - 1);
});
