import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import type { ExportFormat } from './export-format';
import { type ExportFormatName, exportFormatNames, exportFormats } from './export-formats';
import { writtenFiles } from './written-files.fixture';

const format = (name: ExportFormatName): ExportFormat => exportFormats[name];

test('docs/export.md says of each format what it keeps and loses', () => {
  const rows = readFileSync('docs/export.md', 'utf8').match(/^\| `\w[\w-]*` \| (one|in turn|together) .*$/gm);
  expect(rows).toEqual(
    exportFormatNames.map((name) => {
      const { files, keeps, loses } = format(name);
      return `| \`${name}\` | ${files} | ${keeps} | ${loses} |`;
    }),
  );
});

test('docs/export.md names the formats in which quotations come of a text that stays', () => {
  const told = /hold passages by\s+themselves: ([^.]*)\./.exec(readFileSync('docs/export.md', 'utf8'))?.[1];
  expect(told?.match(/[\w-]+/g)).toEqual(
    exportFormatNames.filter((name) => format(name).withoutText === 'quotations'),
  );
});

/** The corpus, in which a passage of the text that stays is on a card, and the same without that text. */
const cited = corpusRecords.map((record) =>
  record.kind === 'annotation' && record.id === id('a9')
    ? { ...record, cards: [{ id: id('T1'), number: 1, role: 'states' as const }] }
    : record,
);
const openOnly = cited.slice(
  0,
  cited.findIndex((record) => record.kind === 'document' && record.text === null),
);

describe.each(exportFormatNames)('%s', (name) => {
  const files = writtenFiles(format(name));

  test('gives the same bytes for the same corpus', () => {
    expect(writtenFiles(format(name))).toEqual(files);
  });

  test('passes no text on that must stay, and no date of today', () => {
    const all = [...files.values()].join('\n');
    expect(all).not.toContain('Nobody may copy');
    expect(all).not.toContain(new Date().toISOString().slice(0, 10));
  });

  test('has of a text that must stay what it says that it has', () => {
    const [whole, rest] = [writtenFiles(format(name), cited), writtenFiles(format(name), openOnly)];
    if (format(name).withoutText === 'nothing') expect(whole).toEqual(rest);
    else {
      expect([...whole.values()].join('\n')).toContain('thanks 🫙 all');
      expect([...rest.values()].join('\n')).not.toContain('thanks 🫙 all');
    }
  });

  test('writes something for a group in which nothing is', () => {
    expect(writtenFiles(format(name), []).size).toBeGreaterThan(0);
  });

  test('names its files safely', () => {
    for (const file of files.keys())
      expect(file).toMatch(/^([\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*\/)*[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u);
  });
});
