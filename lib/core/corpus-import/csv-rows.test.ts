import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from './csv-rows';

const cellsOf = (text: string) => [...csvRows(text)].map(({ cells }) => cells);

describe('CSV', () => {
  test.each([
    [
      'bare cells',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a mark of byte order, and lines that end as on Windows',
      '\ufeffa,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['commas, quotes and line ends in quotes', '"a,""b""\r\nc",d', [['a,"b"\nc', 'd']]],
    [
      'empty cells',
      ',\n"",',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a quote within a cell', 'a "b" c,d', [['a "b" c', 'd']]],
    ['a quote that is never closed', '"a,b\nc', [['a,b\nc']]],
    ['words behind a quote', '"a"b,c', [['ab', 'c']]],
    ['blank lines', '\n\na\n\n', [['a']]],
    ['nothing', '', []],
  ])('is read with %s', (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  test('tells of each record on which line it begins', () => {
    expect([...csvRows('a\n"b\nc"\n\nd\n')].map(({ row }) => row)).toEqual([1, 2, 5]);
  });

  test('gives back whatever was written, but for kinds of line ends', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '🦊', 'قال') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        expect(cellsOf(stringify(rows, { quoted: true }))).toEqual(rows);
      }),
    );
  });
});
