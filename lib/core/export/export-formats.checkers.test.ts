import { describe, expect, test } from 'vitest';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { bundle } from '@/lib/core/export/bundle/bundle';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import type { ExportFormat } from './export-format';
import { outsideChecker } from './outside-checker.fixture';
import { releasedHead, writtenBytes, writtenFiles } from './written-files.fixture';

const formats = outsideChecker('formats');

const released = (format: ExportFormat) => writtenFiles(format, corpusRecords, releasedHead);

describe.skipIf(formats.missing)(`../shared/tools/formats ${formats.missing ?? ''}`, () => {
  test('reads the JSON Lines, and finds every span at its place', () => {
    const { passed, output } = formats.check(['validate.mjs', 'jsonl'], released(jsonl));
    expect(output).toContain('3 documents 8 spans');
    expect(passed).toBe(true);
  });

  test('reads the CSV like DuckDB does, without a formula', () => {
    const { passed, output } = formats.check(['validate.mjs', 'csv'], writtenFiles(csvTable));
    expect(output).toContain('15 rows');
    expect(passed).toBe(true);
  });

  test('finds a formula', () => {
    const unguarded = [...writtenFiles(csvTable)].map(
      ([name, text]) => [name, text.replace("'=SUM", '=SUM')] as const,
    );
    expect(formats.check(['validate.mjs', 'csv'], new Map(unguarded))).toMatchObject({ passed: false });
  });

  test('reads the Croissant metadata of a bundle, and finds its files and columns', () => {
    const { passed, output } = formats.check(
      ['validate.mjs', 'croissant'],
      writtenBytes(bundle),
      /croissant/,
    );
    expect(output).toContain('8 record sets');
    expect(passed).toBe(true);
  });

  test('finds a file of a bundle that is not the one its metadata names', () => {
    const changed = new Map(writtenBytes(bundle));
    changed.set('csv/night-school.csv', Buffer.from('id\r\n'));
    expect(formats.check(['validate.mjs', 'croissant'], changed, /croissant/)).toMatchObject({
      passed: false,
    });
  });

  test('finds a span that is not where it should be', () => {
    const moved = [...writtenFiles(jsonl)].map(
      ([name, text]) => [name, text.replace('"start":19,', '"start":20,')] as const,
    );
    expect(formats.check(['validate.mjs', 'jsonl'], new Map(moved))).toMatchObject({ passed: false });
  });
});

const annotations = outsideChecker('web-annotation');

function kept(record: CorpusRecord): CorpusRecord {
  const held = 'hidden' as const;
  if (record.kind === 'card') return { ...record, held };
  if (record.kind !== 'annotation') return record;
  const replies = record.replies.map((reply) => ({ ...reply, held: reply.words && held }));
  return record.tags.includes('crux')
    ? { ...record, visibility: 'private', replies }
    : { ...record, held, replies };
}

describe.skipIf(annotations.missing)(`../shared/tools/web-annotation ${annotations.missing ?? ''}`, () => {
  test('finds every MUST of the W3C kept, and no key that JSON-LD would lose', () => {
    const { passed, output } = annotations.check(['wa-check.mjs', '--quiet'], released(jsonld));
    expect(output).toMatch(/^3\d passed, 0 failed\n$/);
    expect(passed).toBe(true);
  });

  test('finds the same where all is private or held', () => {
    const files = writtenFiles(jsonld, corpusRecords.map(kept));
    expect(files.get('night-school.jsonld')).toContain('urn:cruxbook:held:hidden');
    const { output } = annotations.check(['wa-check.mjs', '--quiet'], files);
    expect(output).toMatch(/^3\d passed, 0 failed\n$/);
  });

  test('finds a key that JSON-LD would lose', () => {
    const lost = [...writtenFiles(jsonld)].map(
      ([name, text]) => [name, text.replace('"generated":', '"made":')] as const,
    );
    expect(annotations.check(['wa-check.mjs', '--quiet'], new Map(lost))).toMatchObject({ passed: false });
  });
});
