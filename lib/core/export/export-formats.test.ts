import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

  test('writes something for a group in which nothing is', () => {
    expect(writtenFiles(format(name), []).size).toBeGreaterThan(0);
  });

  test('names its files safely', () => {
    for (const file of files.keys())
      expect(file).toMatch(/^([\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*\/)*[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u);
  });
});
