import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { csvTable } from './csv-table';

const textOf = (records = corpusRecords) => writtenFiles(csvTable, records).get('night-school.csv') ?? '';

/** RFC 4180, read anew. */
function read(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

describe('CSV of a corpus', () => {
  const rows = read(textOf());

  test('has a row for each annotation and each reply, threads together', () => {
    expect(rows.map(({ kind }) => kind)).toEqual([
      'annotation',
      'annotation',
      'annotation',
      'annotation',
      'reply',
      'reply',
      'reply',
      'reply',
      'annotation',
      'annotation',
      'annotation',
      'annotation',
      'adjudicated',
      'annotation',
      'reply',
    ]);
    expect(rows.find(({ kind }) => kind === 'adjudicated')).toMatchObject({
      annotator: 'Adjudicated',
      tags: 'claim crux',
      quote: 'we will lose control',
      comment: "'=The clause, <b>not</b> the sentence.",
    });
    expect(rows.find((row) => row.id === id('r1'))).toMatchObject({
      parent_id: id('a2'),
      start: '',
      document_id: id('bet-v1'),
    });
    expect(rows.find((row) => row.id === id('r2'))).toMatchObject({ parent_id: id('r1') });
  });

  test('has every passage in both units', () => {
    expect(rows.find((row) => row.id === id('a2'))).toMatchObject({
      start: '98',
      end: '133',
      start_utf16: '99',
      end_utf16: '134',
      quote: 'whether interpretability keeps pace',
      label: 'crux',
      tags: 'crux',
      card_id: id('C1'),
      annotator: 'Ada "A." Löw',
    });
    expect(rows.find((row) => row.id === id('a6'))).toMatchObject({ quote: 'وهذا 🧭 هو السؤال' });
  });

  test('runs nothing in a spreadsheet', () => {
    expect(rows.find((row) => row.id === id('r2'))?.comment).toBe("'=SUM(A1) is not a formula here");
    expect(rows.find((row) => row.id === id('a9'))?.document_title).toBe("'=The Jar");
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  });

  test('goes on after many rows as before', () => {
    const annotation = corpusRecords.find((record) => record.kind === 'annotation')!;
    const document = corpusRecords.find((record) => record.kind === 'document')!;
    const many = Array.from({ length: 450 }, (_, i) => ({ ...annotation, id: id(`m${i}`) }));
    expect(read(textOf([document, ...many])).map((row) => row.id)).toEqual(many.map((one) => one.id));
  });
});
