import { describe, expect, test } from 'vitest';
import { readBack } from '@/lib/core/corpus-import/read-back.fixture';
import { readwiseSource } from './readwise-source';

const header =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags';
const read = (...lines: string[]) => readBack(readwiseSource, `\ufeff${[header, ...lines].join('\r\n')}\r\n`);

describe('Readwise CSV', () => {
  test('brings highlights by the titles of their books, whatever commas, quotes and lines are in them', () => {
    const { records, bad } = read(
      '"A fox 🦊, they said,\n""sat"".",The Fox,Aesop,,"Really?",,"crux, to read",page,3,2026-07-17 14:00:25+00:00,',
      'A dog.,The Dog,,,,,,order,1,2026-07-18 14:00:25+00:00,',
      'It sat.,The Fox,,,,yellow,,order,2,2026-07-19 14:00:25+00:00,',
    );
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      { kind: 'document', title: 'The Fox', text: null, annotations: 2 },
      {
        ...{ quote: 'A fox 🦊, they said,\n"sat".', comment: 'Really?', tags: ['crux', 'to-read'] },
        created: '2026-07-17T14:00:25.000Z',
      },
      { quote: 'It sat.', comment: null, tags: [] },
      { kind: 'document', title: 'The Dog', annotations: 1 },
      { quote: 'A dog.' },
    ]);
  });

  test('names the line of what it leaves out', () => {
    const { records, bad } = read(
      '"a\nb",T,,,,,,,,soon,',
      ',T,,,,,,,,2026-07-18 14:00:25+00:00,',
      'c,T,,,,,,,,2026-07-18 14:00:25+00:00,',
    );
    expect(bad).toEqual([
      { row: 2, what: 'highlight', reason: '“Highlighted at” is not a time.' },
      { row: 4, what: 'highlight', reason: 'It has no words.' },
    ]);
    expect(records).toHaveLength(2);
  });

  test('is no table without its columns', () => {
    expect(readBack(readwiseSource, 'a,b\n1,2').bad).toEqual([
      { row: 1, what: 'file', reason: 'It has no column “Highlight”.' },
    ]);
  });
});
