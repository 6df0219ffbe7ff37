import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import { readSource } from '@/lib/core/corpus-import/corpus-sources';
import { bytesOf, readBack } from '@/lib/core/corpus-import/read-back.fixture';
import { readwiseSource } from './readwise-source';

const header =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags';
const fox =
  '"A **fox** 🦊, ""old""\nand grey",The fox,Ann Lee,,Really?,yellow,"Crux, to read,Crux",order,3,2026-07-17 14:00:25+00:00,den';
const read = (...rows: string[]) => readBack(readwiseSource, [header, ...rows].join('\n'));
const marks = (...rows: string[]) =>
  read(...rows).records.filter((one): one is CorpusAnnotation => one.kind === 'annotation');

describe('Readwise CSV', () => {
  test('gives highlights with notes, tags and times, as those of whoever imports', () => {
    const { head, records, bad } = read(fox);
    expect(bad).toEqual([]);
    expect(head).toMatchObject({ source: 'readwise', group: null, closedVocabulary: true });
    expect(head?.tags.map(({ slug, name }) => [slug, name])).toEqual([
      ['crux', 'Crux'],
      ['to-read', 'to read'],
    ]);
    expect(records).toMatchObject([
      { kind: 'document', title: 'The fox', text: null, sha256: '', url: null, annotations: 1 },
      {
        kind: 'annotation',
        quote: 'A fox 🦊, "old"\nand grey',
        comment: 'Really?',
        visibility: 'group',
        person: { id: head?.importer },
        tags: ['crux', 'to-read'],
        created: '2026-07-17T14:00:25.000Z',
      },
    ]);
  });

  test('gathers what was made in one text, however its title is typed', () => {
    const row = (title: string, quote: string) => `${quote},${title},,,,,,,,2026-07-17 14:00:25+00:00,`;
    const { records } = read(row('The Fox', 'a'), row('The dog', 'b'), row('the fox', 'c'));
    expect(
      records.map((one) => (one.kind === 'document' ? one.title : (one as CorpusAnnotation).quote)),
    ).toEqual(['The Fox', 'a', 'c', 'The dog', 'b']);
  });

  test('reads older files, which lack the last column, and columns in any order', () => {
    const { records, bad } = readBack(
      readwiseSource,
      '\ufeffHighlighted at,Highlight,Book Title,URL\r\n2026-07-17,A fox,The fox,https://example.org/fox\r\n',
    );
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      { url: 'https://example.org/fox' },
      { quote: 'A fox', created: '2026-07-17T00:00:00.000Z', via: ['https://example.org/fox'] },
    ]);
  });

  test('names the same highlight alike in every file, and others otherwise', () => {
    const id = (row: string) => marks(row)[0]?.id;
    expect(id(fox.replace('Really?', 'I doubt it'))).toBe(id(fox));
    expect(id(fox.replace('14:00', '15:00'))).not.toBe(id(fox));
    expect(id(fox.replace('grey', 'red'))).not.toBe(id(fox));
  });

  test('cuts no character of a name in two', () => {
    const long = (title: string, words: string) => `${words},${title},,,,,,,,2026-07-17 14:00:25+00:00,`;
    const rows = [long(`${'t'.repeat(99)}🦊`, 'a'), long('The fox', `${'q'.repeat(299)}🦊`)];
    expect(
      [...readSource('readwise', bytesOf([header, ...rows].join('\n')))].filter((one) => 'bad' in one),
    ).toEqual([]);
    for (const { id } of marks(...rows)) expect(id.isWellFormed()).toBe(true);
  });

  test.each([
    [
      'no words',
      fox.replace(/^"[^,]*, ""old""\n[^"]*"/, '![](https://example.org/a.png)'),
      'It has no words.',
    ],
    ['no title', fox.replace('The fox', ' '), 'It does not say which text it stands in.'],
    ['no time', fox.replace('2026-07-17 14:00:25+00:00', ''), 'It does not say when it was made.'],
    ['too few cells', 'a fox', 'It does not say which text it stands in.'],
  ])('leaves out a row with %s, says so, and brings the rest', (_, broken, reason) => {
    const { records, bad } = read(fox, broken);
    expect(bad).toEqual([{ row: 4, what: expect.any(String), reason }]);
    expect(records).toHaveLength(2);
  });

  test.each([
    ['', 'This file is empty.'],
    ['a,b\nc,d', 'This is a table with the columns “a”, “b”. It has no column “Highlight”.'],
    [
      'Highlight,Book Title\na,b',
      'This is a table with the columns “Highlight”, “Book Title”. It has no column “Highlighted at”.',
    ],
    ['# Notes\n', 'This is plain text.'],
  ])('says of %j what else it is', (content, alien) => {
    expect(readBack(readwiseSource, content).alien).toBe(alien);
  });
});
