import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusCard, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { offeredSources, readSource } from './corpus-sources';
import type { BadRow } from './import-report';
import { bytesOf, written } from './read-back.fixture';

function read(records: readonly CorpusRecord[]) {
  const [bad, good]: [BadRow[], CorpusRecord[]] = [[], []];
  for (const piece of readSource('jsonl', bytesOf(written(jsonl, records)))) {
    if ('bad' in piece) bad.push(piece.bad);
    else if ('record' in piece) good.push(piece.record);
  }
  return { bad, good };
}

const changed = (at: number, rest: object) =>
  corpusRecords.with(at, { ...corpusRecords[at], ...rest } as CorpusRecord);
const [card, mark] = ['card', 'annotation'].map((kind) =>
  corpusRecords.findIndex((one) => one.kind === kind),
);

describe('a file', () => {
  test('comes whole when everything in it can be kept', () => {
    expect(read(corpusRecords)).toEqual({ bad: [], good: corpusRecords });
  });

  test.each([
    ['a card that says too much', card!, { statement: 'x'.repeat(281) }, '“statement” is more than 280.'],
    ['a card of nothing but space', card!, { statement: '   ' }, '“statement” is not valid.'],
    ['a card of too high a number', card!, { number: 1_000_001 }, '“number” is more than 1000000.'],
    ['a card of too many versions', card!, { version: 1_000_001 }, '“version” is more than 1000000.'],
    ['a comment without end', mark!, { comment: 'x'.repeat(20_001) }, '“comment” is more than 20000.'],
    ['a time before time', mark!, { created: '0000-01-01T00:00:00.000Z' }, '“created” is not valid.'],
    [
      'an unknown reaction',
      mark!,
      { reactions: [{ kind: 'shrug', person: (corpusRecords[mark!] as CorpusAnnotation).person }] },
      '“reactions.0.kind” is none of agree, disagree, helpful.',
    ],
    [
      'NUL',
      mark!,
      { comment: 'a\0b' },
      'It holds characters that cannot be stored (NUL, or half a surrogate pair).',
    ],
    [
      'half a smile',
      card!,
      { details: 'a\ud83d' },
      'It holds characters that cannot be stored (NUL, or half a surrogate pair).',
    ],
  ])('leaves out %s, and brings the rest', (_, at, rest, reason) => {
    const { bad, good } = read(changed(at, rest));
    expect(bad.map((one) => one.reason)).toEqual([reason]);
    expect(good).toHaveLength(corpusRecords.length - 1);
  });

  test.each([
    ['too long a title', { title: 'x'.repeat(2001) }, '“title” is more than 2000.'],
    ['too high a number', { number: 1_000_001 }, '“number” is more than 1000000.'],
    ['no words', { text: ' \n' }, '“text” has no words.'],
  ])(
    'leaves out all that stands in a text with %s, rather than put it into the text before',
    (_, rest, reason) => {
      const at = corpusRecords.findLastIndex(({ kind }) => kind === 'document');
      const { bad, good } = read(changed(at, rest));
      const lost = corpusRecords.slice(at + 1);
      expect(lost.length).toBeGreaterThan(1);
      expect(bad.map((one) => one.reason)).toEqual([reason, ...lost.map(() => 'Its text is left out.')]);
      expect(good).toEqual(corpusRecords.slice(0, at));
    },
  );

  test.each([
    ['rejects what it leaves', 'reject', 'It rejects what it leaves.'],
    ['leaves one of several readings', 'plural', 'It leaves less than its verdict says.'],
  ])('leaves out a decision that %s', (_, verdict, reason) => {
    const at = corpusRecords.findIndex((one) => one.kind === 'adjudication' && one.marks.length === 1);
    const what = expect.stringMatching(/^decision /);
    expect(read(changed(at, { verdict })).bad).toMatchObject([{ what, reason }]);
  });

  test('brings a thing once, however often it stands there', () => {
    const { bad } = read([corpusRecords[card!] as CorpusCard, ...corpusRecords]);
    expect(bad.map(({ reason }) => reason)).toEqual(['It stands in the file before.']);
  });
});

test('every source says what it brings, in sentences', () => {
  for (const { title, brings, extensions } of offeredSources)
    expect([title !== '', brings.endsWith('.'), extensions.every((one) => one.startsWith('.'))]).toEqual([
      true,
      true,
      true,
    ]);
});

test('the guide tells of every source what the page tells', () => {
  const guide = readFileSync('docs/import.md', 'utf8');
  const rows = offeredSources.map(({ name, extensions, brings }) => {
    const endings = extensions.map((one) => `\`${one}\``).join(', ');
    return `| \`${name}\` | ${endings} | ${brings} |`;
  });
  for (const row of rows) expect(guide).toContain(row);
});
