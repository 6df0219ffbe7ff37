import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { type CorpusSourceName, corpusSourceNames } from './corpus-source-names';
import { AlienFile, readSource } from './corpus-sources';
import { bytesOf, written } from './read-back.fixture';

const own = {
  csv: written(csvTable, corpusRecords),
  jsonl: written(jsonl, corpusRecords),
  jsonld: written(jsonld, corpusRecords),
  hypothesis: written(hypothesis, corpusRecords),
  lesswrong: '{"data":{"post":{"result":{"_id":"a","title":"T"}}}}',
  readwise: 'Highlight,Book Title,Highlighted at\r\n',
};

/** What is said of a file; null when it is taken. */
function refusalOf(name: CorpusSourceName, content: string): AlienFile | null {
  try {
    Array.from(readSource(name, bytesOf(content)));
    return null;
  } catch (error) {
    if (error instanceof AlienFile) return error;
    throw error;
  }
}

const others: [string, string, string][] = [
  ['an empty file', '', 'This file is empty.'],
  ['a PDF', '%PDF-1.7\n%\ufffd\ufffd', 'This is a PDF.'],
  ['a bundle', 'PK\x03\x04\x14\0\0', 'This is a ZIP archive: unpack it, and take a file that lies in it.'],
  ['a picture', '\ufffdPNG\r\n\0\0\0\rIHDR', 'This is not text.'],
  ['a page', '<!doctype html><p>Hi', 'This is HTML or XML.'],
  ['some JSON', '{"name":"x","private":true}', 'This is JSON with the fields “name”, “private”.'],
  ['our own CSV', own.csv, 'This is a table with the columns '],
  ['a note', 'Dear diary', 'This is plain text.'],
];

describe.each(corpusSourceNames)('a file that somebody takes for %s', (name) => {
  test.each(others)('is refused when it is %s, with what it is and what is taken', (_, content, found) => {
    const said = refusalOf(name, content);
    expect(said?.message.startsWith(found)).toBe(true);
    expect(said?.looksLike).toBeNull();
    expect(said?.message).toContain(
      'These are taken: Cruxbook JSON Lines (.jsonl), W3C Web Annotations (.jsonld)',
    );
  });

  test.each([
    ['jsonl', 'Cruxbook JSON Lines'],
    ['jsonld', 'W3C Web Annotations'],
    ['hypothesis', 'Hypothesis JSON'],
    ['readwise', 'Readwise CSV'],
    ['lesswrong', 'LessWrong and EA Forum JSON'],
  ] as const)('is taken, or refused with a word on which kind it is: %s', (kind, title) => {
    const said = refusalOf(name, own[kind]);
    if (kind === name) expect(said).toBeNull();
    else {
      expect(said?.message).toContain(`It looks like ${title}: choose that kind.`);
      expect(said?.looksLike).toBe(kind);
    }
  });
});
