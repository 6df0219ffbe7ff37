import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { corpusHead, writtenBytes } from '@/lib/core/export/written-files.fixture';
import { bundle } from './bundle';
import { bundledFormats } from './bundled-formats';

const guideline = { version: 3, markdown: 'Mark what *would change* your mind.' };
const release = {
  number: 2,
  title: 'After the meeting',
  note: 'With | audits.',
  frozen: '2026-11-20T10:00:00.000Z',
  sha256: 'ab',
};
const files = writtenBytes(bundle, corpusRecords, { ...corpusHead, guideline, release });
const text = (name: string) => files.get(name)?.toString() ?? '';
const json = (name: string) => JSON.parse(text(name));

describe('a bundle', () => {
  test.each(bundledFormats.map(({ name, format }) => [name, format] as const))(
    'has in folder %s what the format writes by itself',
    (name, format) => {
      const alone = writtenBytes(format, corpusRecords, { ...corpusHead, guideline, release });
      for (const [file, bytes] of alone) expect(files.get(`${name}/${file}`)?.equals(bytes)).toBe(true);
    },
  );

  test('has a manifest of every other file, with its length, hash, type and unit of offsets', () => {
    const { files: listed } = json('manifest.json');
    expect(listed.map(({ path }: { path: string }) => path).sort()).toEqual(
      [...files.keys()].filter((name) => name !== 'manifest.json').sort(),
    );
    for (const { path, bytes, sha256 } of listed) {
      expect(files.get(path)?.length).toBe(bytes);
      expect(createHash('sha256').update(files.get(path)!).digest('hex')).toBe(sha256);
    }
    expect(listed).toContainEqual(
      expect.objectContaining({
        path: 'jsonld/night-school-release-2.jsonld',
        offsets: 'unicode_code_point',
      }),
    );
  });

  test('tells of texts and licences, people and consent, counts, and how to load and cite it', () => {
    const card = text('README.md');
    for (const words of [
      'Release 2, After the meeting, frozen 2026-11-20T10:00:00.000Z',
      'With \\| audits.',
      '| annotations | 9 |',
      '| The Alignment Bet, R. Müller, S. \\<Ito\\> | `bet-v1` | en | CC BY 4.0 | yes |',
      '2 people: 1 by name, 1 under a pseudonym.',
      'open("jsonl/night-school-release-2.jsonl"',
      'Night School (2026). Annotated essays, release 2. https://cruxbook.example/g/night-school/releases/2',
    ])
      expect(card).toContain(words);
  });

  test('says that decisions stand beside marks, where any were made, and lists every table', () => {
    const layer = 'What moderators decided about some of them stands beside as a layer of its own.';
    expect(text('README.md')).toContain(layer);
    expect(text('README.md')).toContain('data_files: parquet/adjudicated.parquet');
    expect(json('croissant.json')['rai:dataAnnotationProtocol']).toContain(layer);
    const { adjudications: _, adjudicated: __, ...counts } = corpusHead.counts;
    const without = writtenBytes(bundle, [], { ...corpusHead, counts });
    expect(without.get('README.md')?.toString()).not.toContain(layer);
  });

  test('says how many answers stay out, where any do', () => {
    const readme = (hiddenPositions?: number) =>
      writtenBytes(bundle, corpusRecords, { ...corpusHead, ...(hiddenPositions && { hiddenPositions }) })
        .get('README.md')
        ?.toString();
    expect(readme(35)).toContain('35 more answers are on cards that whoever took this had not answered.');
    expect(readme()).not.toContain('more answers');
  });

  test('has the guideline with what each tag means', () => {
    expect(text('guideline.md')).toContain('Version 3.\n\nMark what *would change* your mind.');
    expect(text('guideline.md')).toContain('- **Crux** (`crux`): What would change minds.');
  });

  test('says for each tag how far annotators agree, or why nobody can say', () => {
    expect(json('agreement.json')).toMatchObject({ schema: 'cruxbook/agreement/1', texts: 1, annotators: 2 });
    expect(text('agreement.md')).toMatch(/^\| Crux \| \d+ \| \d+ \| \S/m);
    expect(text('agreement.md')).toContain(
      '- undefined because no two people’s marks meet (`no-overlap`)\n\nα:',
    );
  });

  test('says of a group in which nothing is that nothing can be compared', () => {
    const empty = writtenBytes(bundle, [], corpusHead);
    expect(empty.get('agreement.md')?.toString()).toContain('there is nothing to compare');
    expect(empty.get('guideline.md')?.toString()).toContain('There is none');
    expect(empty.get('README.md')?.toString()).toContain('undefined because no two people');
  });
});

test('the metadata names every data file, and the columns that tables have', () => {
  const { distribution, recordSet, version, license } = json('croissant.json');
  expect(distribution.map((file: Record<string, string>) => file['@id'])).toContain(
    'parquet/annotations.parquet',
  );
  const annotations = recordSet.find((set: Record<string, string>) => set['@id'] === 'annotations');
  expect(annotations.field.map((field: Record<string, string>) => field['@id'])).toContain(
    'annotations/start_utf16',
  );
  expect(version).toBe('2.0.0');
  expect(license).toBe('https://choosealicense.com/no-permission/');
});

test('an open licence of the texts is none of what people wrote about them', () => {
  const open = corpusRecords.map((record) =>
    record.kind === 'document' ? { ...record, licence: 'CC BY 4.0' } : record,
  );
  const written = writtenBytes(bundle, open);
  expect(written.get('README.md')?.toString()).toContain('\nlicense: other\n');
  expect(written.get('README.md')?.toString()).toContain('| CC BY 4.0 |');
  expect(written.get('croissant.json')?.toString()).not.toContain('creativecommons.org/licenses');
});
