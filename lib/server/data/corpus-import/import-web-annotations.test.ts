import { describe, expect, test } from 'vitest';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { bring, corpusRecords, emptyGroup, renamed, steady, written } from './copied-corpus.fixture';

const file = written(jsonl, corpusRecords);

describe('a corpus as Web Annotations', () => {
  test('changes nothing in its own group, although they tell nothing of coverage', async () => {
    const group = await emptyGroup();
    await bring(group, file);
    const before = await readAll(visitor, group);
    const told = written(jsonld, before.records, before.head);
    const report = await bring(group, told, { format: 'jsonld' });
    expect(Object.values(report.created).every((n) => n === 0)).toBe(true);
    expect((await readAll(visitor, group)).records).toEqual(before.records);
  });

  test('comes with its cards and credences', async () => {
    const group = await emptyGroup();
    const report = await bring(group, written(jsonld, corpusRecords), { format: 'jsonld' });
    expect(report.created).toMatchObject({ texts: 1, annotations: 8, replies: 4, cards: 3, relations: 4 });
    expect(report.orphaned.total).toBe(1);
    expect(report.created.decisions).toBe(2);
    const again = await bring(group, written(jsonld, corpusRecords), { format: 'jsonld' });
    expect(Object.values(again.created).every((n) => n === 0)).toBe(true);
  });

  test('is the same in another group but for its coverage, and answers stay with the wording they were given on', async () => {
    const [first, second] = [await emptyGroup(), await emptyGroup()];
    await bring(first, file);
    const one = await readAll(visitor, first);
    await bring(second, written(jsonld, one.records, one.head), { format: 'jsonld' });
    const two = await readAll(visitor, second);
    const told = one.records.filter(({ kind }) => kind !== 'coverage');
    expect(renamed(steady(two.records))).toEqual(renamed(steady(told)));
    const [, reworded] = ofKind(two, 'card');
    expect(reworded?.version).toBe(2);
    expect(reworded?.positions.map(({ version }) => version)).toEqual([1, 1]);
  });
});
