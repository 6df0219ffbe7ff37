import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCorpus } from '@/lib/core/corpus/arbitrary-corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { readBack, written } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { jsonlSource } from './jsonl-source';

describe('JSON Lines', () => {
  test('give back every corpus that was written, whole', () => {
    fc.assert(
      fc.property(arbitraryCorpus(), (records) => {
        expect(readBack(jsonlSource, written(jsonl, records))).toEqual({
          head: { source: corpusHead.group.id, group: corpusHead.group, tags: corpusHead.tags },
          records,
          bad: [],
        });
      }),
      { numRuns: 60 },
    );
  });

  test('leave out a row that is not valid, say where it stands and why, and bring the rest', () => {
    const lines = written(jsonl, corpusRecords).split('\n');
    const broken = lines.with(
      1,
      lines[1]!.replace(/"created":"2026[^"]*","modified":null,"anchor"/, '"modified":null,"anchor"'),
    );
    const { records, bad } = readBack(jsonlSource, broken.join('\n'));
    expect(bad).toEqual([
      { row: 2, what: expect.stringMatching(/^annotation 2 \(0190/), reason: '“created” is missing.' },
    ]);
    expect(records).toHaveLength(corpusRecords.length - 1);
  });

  test.each([
    ['1000001', 'is more than 1000000'],
    ['-3', 'is less than 1'],
  ])('leave out cards and positions of a version %s', (version, fault) => {
    const text = written(jsonl, corpusRecords).replace(/"version":[12]\b/g, `"version":${version}`);
    const { bad } = readBack(jsonlSource, text);
    const reasons = bad.map(({ what, reason }) => `${what.split(' ')[0]}: ${reason}`);
    expect(reasons).toContain(`card: “version” ${fault}.`);
    expect(reasons).toContain(`position: “version” ${fault}.`);
  });

  test.each([
    ['no JSON', '{"schema":', 'It is not JSON.'],
    ['something else', '{"a":1}', '“schema” is not “cruxbook-corpus/1”.'],
    ['a list', '[]', 'It is not an object.'],
    [
      'a later version',
      '{"schema":"cruxbook-corpus/2","kind":"group"}',
      '“schema” is not “cruxbook-corpus/1”.',
    ],
    ['an empty group', '{"schema":"cruxbook-corpus/1","kind":"group"}', '“group” is missing.'],
    ['an empty text', '{"schema":"cruxbook-corpus/1","kind":"document"}', '“id” is missing.'],
  ])('say what is wrong with a line of %s', (_, line, reason) => {
    const { bad } = readBack(jsonlSource, `\ufeff\n${line}\r\n`);
    expect(bad).toEqual([{ row: 2, what: expect.any(String), reason }]);
  });

  test('bring no reply to what is not there, and nothing of a person who is not listed', () => {
    const text = written(jsonl, corpusRecords);
    const lost = text.replace(/"parent":"[^"]*"/, '"parent":"0190ffff-0000-7000-8000-000000000000"');
    expect(readBack(jsonlSource, lost).bad.map(({ reason }) => reason)).toContain(
      'It answers something that is not there.',
    );
    const nobody = text.replace(/"people":\[[^\]]*\]\}\n$/, '"people":[]}\n');
    expect(readBack(jsonlSource, nobody).bad.map(({ reason }) => reason)).toContain(
      'It names a person whom the line does not list.',
    );
  });

  test('keep a text whose structure has other words than it, as words', () => {
    const text = written(jsonl, corpusRecords).replace(
      '"structure":null',
      '"structure":{"type":"doc","content":[]}',
    );
    expect(readBack(jsonlSource, text)).toEqual(readBack(jsonlSource, written(jsonl, corpusRecords)));
  });
});
