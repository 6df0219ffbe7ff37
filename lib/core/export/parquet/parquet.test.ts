import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { at, id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenBytes } from '@/lib/core/export/written-files.fixture';
import { parquet } from './parquet';
import { parquetTable } from './parquet-table';

type Row = Record<string, unknown>;
const rowsOf = (pieces: readonly Uint8Array[]): Promise<Row[]> => {
  const { buffer, byteOffset, length } = Buffer.concat(pieces);
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer });
};

const files = writtenBytes(parquet);
const table = (name: string) => rowsOf([files.get(`${name}.parquet`)!]);

test('has every annotation with its passage in both units, and its text but for one that must stay', async () => {
  const documents = await table('documents');
  const texts = new Map(documents.map((row) => [row.id, row.text]));
  const [bet, closed] = corpusRecords.filter(
    (record): record is CorpusDocument => record.kind === 'document',
  );
  expect(documents.map(({ text }) => text)).toEqual([bet?.text, null]);
  expect(documents[0]).toMatchObject({
    authors: bet?.authors,
    created: new Date(at(0)),
    text_sha256: bet?.sha256,
  });
  const annotations = await table('annotations');
  const expected = corpusRecords.filter((record): record is CorpusAnnotation => record.kind === 'annotation');
  expect(annotations.map((row) => row.id)).toEqual(expected.map((annotation) => annotation.id));
  expect(annotations.map(({ tags }) => tags)).toEqual(expected.map(({ tags }) => tags));
  for (const { document, quote, start, end, start_utf16, end_utf16 } of annotations) {
    const text = texts.get(document);
    if (typeof text !== 'string') expect(document).toBe(closed?.id);
    else {
      expect([...text].slice(start as number, end as number).join('')).toBe(quote);
      expect(text.slice(start_utf16 as number, end_utf16 as number)).toBe(quote);
    }
  }
});

test('has what was decided, and the marks that it leaves standing', async () => {
  const [accepted, rejected] = await table('adjudications');
  expect(accepted).toMatchObject({
    id: id('d1'),
    document: id('bet-v1'),
    verdict: 'accept',
    annotations: [id('a1'), id('a5')],
    reason: '=The clause, <b>not</b> the sentence.',
    person: id('bo'),
    created: new Date(at(35)),
  });
  expect(rejected).toMatchObject({ id: id('d2'), verdict: 'reject', person: null, annotations: [id('a4')] });
  const [mark, ...more] = await table('adjudicated');
  expect(mark).toMatchObject({
    id: id('m1'),
    adjudication: id('d1'),
    document: id('bet-v1'),
    tags: ['claim', 'crux'],
    quote: 'we will lose control',
  });
  const [{ text }] = (await table('documents')) as [{ text: string }];
  expect(text.slice(mark?.start_utf16 as number, mark?.end_utf16 as number)).toBe(mark?.quote);
  expect([...text].slice(mark?.start as number, mark?.end as number).join('')).toBe(mark?.quote);
  expect(more).toEqual([]);
});

test('has threads, cards, arrows and credences, joined by ids', async () => {
  expect((await table('replies')).map((row) => [row.annotation, row.parent, row.comment])).toEqual([
    [id('a2'), null, 'Mine too – see *Olah 2023*.'],
    [id('a2'), id('r1'), '=SUM(A1) is not a formula here'],
    [id('a2'), null, null],
    [id('a2'), id('r3'), '-1, "quoted"; ＝and\nmore'],
    [id('a9'), null, 'Quite.'],
  ]);
  expect((await table('cards')).map((row) => [row.number, row.root, row.person])).toEqual([
    [1, true, id('ada')],
    [2, false, id('ada')],
    [3, false, null],
  ]);
  expect((await table('relations')).map((row) => [row.type, row.from, row.to, row.to_relation])).toEqual([
    ['attacks', id('C1'), id('T1'), null],
    ['crux-for', id('F1'), id('C1'), null],
    ['supports', id('F1'), id('T1'), null],
    ['undercuts', id('F1'), null, id('x1')],
  ]);
  expect((await table('positions')).map((row) => [row.card, row.credence, row.superseded])).toEqual([
    [id('C1'), 80, null],
    [id('C1'), 20, null],
    [id('C1'), null, new Date(at(23))],
  ]);
});

test('writes groups of rows one after another, and an empty table', async () => {
  const pieces: Uint8Array[] = [];
  const counted = parquetTable({ n: 'whole', words: 'texts' }, 2, (piece) => pieces.push(piece));
  for (const n of [1, 2, 3, 4, 5]) counted.add({ n, words: n === 3 ? [] : [`${n}`, 'é🚀'] });
  expect(pieces).toHaveLength(2);
  counted.end();
  expect(await rowsOf(pieces)).toEqual(
    [1, 2, 3, 4, 5].map((n) => ({ n, words: n === 3 ? [] : [`${n}`, 'é🚀'] })),
  );
  const none: Uint8Array[] = [];
  parquetTable({ n: 'whole' }, 2, (piece) => none.push(piece)).end();
  expect(await rowsOf(none)).toEqual([]);
});
