import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { type ExportFormat, guarded } from './export-format';
import { type ExportFormatName, exportFormatNames, exportFormats } from './export-formats';
import { JsonlLine } from './jsonl/jsonl-line';
import { releasedHead, writtenFiles } from './written-files.fixture';

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

test.each<ExportFormatName>(['jsonl', 'jsonld', 'markdown', 'html', 'tei', 'conll', 'bundle'])(
  '%s says in its files which release they are of, and nothing of the kind where they are of none',
  (name) => {
    const files = writtenFiles(format(name), corpusRecords, releasedHead);
    const { title, frozen, sha256 } = releasedHead.release;
    const told = name === 'bundle' ? [files.get('README.md')!] : [...files.values()];
    for (const file of told) for (const words of ['7', title, frozen, sha256]) expect(file).toContain(words);
    expect([...writtenFiles(format(name)).values()].join('\n')).not.toMatch(
      /schema:version|"release"|<edition|^release:|was frozen/m,
    );
  },
);

test('a release is told in the shape that its readers know', () => {
  const first = (name: ExportFormatName, file: string) =>
    writtenFiles(format(name), corpusRecords, releasedHead).get(file)?.split('\n')[0] ?? '';
  const line = JsonlLine.parse(JSON.parse(first('jsonl', 'night-school-release-7.jsonl')));
  expect(line).toMatchObject({ kind: 'group', release: releasedHead.release });
  const [collection] = JSON.parse(`${first('jsonld', 'night-school-release-7.jsonld')}]`.replace(/,]$/, ']'));
  expect(collection).toMatchObject({ 'schema:version': 7, 'schema:sha256': releasedHead.release.sha256 });
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

type Marked = 'annotations' | 'replies' | 'cards';
type Mark = [
  tells: ExportFormat['tells'][number],
  of: Marked,
  marked: (record: CorpusRecord) => CorpusRecord,
];

/** What may be private or held: one of each, so marked. */
const marks: Mark[] = [
  ['private', 'annotations', (one) => (isNamed(one, 'a1') ? { ...one, visibility: 'private' } : one)],
  ['held', 'annotations', (one) => (isNamed(one, 'a1') ? { ...one, held: 'hidden' } : one)],
  [
    ...(['held', 'replies'] as const),
    (one) =>
      isNamed(one, 'a2')
        ? { ...one, replies: one.replies.map((reply) => ({ ...reply, held: reply.words && 'pending' })) }
        : one,
  ],
  ['held', 'cards', (one) => (one.kind === 'card' && one.id === id('T1') ? { ...one, held: 'hidden' } : one)],
];

const isNamed = (record: CorpusRecord, name: string): record is CorpusAnnotation =>
  record.kind === 'annotation' && record.id === id(name);

describe.each(marks)('that something is %s, of %s', (what, kind, marked) => {
  const holding = exportFormatNames.filter((name) => !format(name).lacks.includes(kind));

  test.each(holding)('is told by %s, or does not come in it', (name) => {
    const isTold = !isDeepStrictEqual(
      writtenFiles(format(name), corpusRecords.map(marked)),
      writtenFiles(format(name)),
    );
    expect(isTold).toBe(format(name).tells.includes(what));
  });
});

test.each(exportFormatNames)('what %s cannot tell is in what it loses, and nothing else of that', (name) => {
  const { loses, tells, lacks } = format(name);
  const said = guarded.filter((one) => new RegExp(`\\b${one}\\b`).test(loses));
  expect(said).toEqual(guarded.filter((one) => !tells.includes(one) && !lacks.includes('annotations')));
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
