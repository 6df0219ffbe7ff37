import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCorpus } from '@/lib/core/corpus/arbitrary-corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { readBack, written } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { jsonldSource } from './jsonld-source';

/** What does not come back, of each thing by its place; with the words by which the format's page says so. */
const lost: Record<string, string | null> = {
  coverage: 'coverage',
  'annotation.anchor': 'how surely an annotation is anchored',
  // An import makes these itself: links out of annotations, places out of points.
  'card.occurrences': null,
  'annotation.start': null,
  'annotation.end': null,
  'adjudication.marks.start': null,
  'adjudication.marks.end': null,
  // Whether a name is a pseudonym shows in the name.
  pseudonymous: null,
};

/** All that the page does not say is lost. */
function kept(value: unknown, place = ''): unknown {
  if (Array.isArray(value))
    return value.flatMap((one) => (isLost(placeOf(one, place)) ? [] : [kept(one, place)]));
  if (typeof value !== 'object' || value === null) return value;
  const here = placeOf(value, place);
  const parts = Object.entries(value).filter(([name]) => !isLost(name) && !isLost(`${here}.${name}`));
  return Object.fromEntries(parts.map(([name, part]) => [name, kept(part, `${here}.${name}`)]));
}
const placeOf = (value: unknown, place: string) =>
  place === '' ? ((value as { kind?: string } | null)?.kind ?? '') : place;
const isLost = (place: string) => place in lost;

test.each(Object.entries(lost).filter(([, words]) => words !== null))(
  '%s is lost, and the page says so',
  (_, words) => {
    expect(jsonld.loses).toContain(words);
  },
);

describe('W3C Web Annotations', () => {
  test('give back every corpus that was written, but for what their format loses', () => {
    fc.assert(
      fc.property(arbitraryCorpus(), (records) => {
        const read = readBack(jsonldSource, written(jsonld, records));
        expect(kept(read.records)).toEqual(kept(records));
        expect(read.bad).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('do not take a card for reworded that was accepted after it was answered', () => {
    const stepped = corpusRecords.map((record) =>
      record.kind === 'card'
        ? {
            ...record,
            version: 3,
            wordings: [
              { version: 1, statement: record.statement, created: record.created, wordingOnly: false },
            ],
            positions: record.positions.map((position) => ({ ...position, version: 2 })),
          }
        : record,
    );
    const { records } = readBack(jsonldSource, written(jsonld, stepped));
    const cards = records.filter((record) => record.kind === 'card');
    for (const { version, wordings, positions } of cards) {
      expect(wordings.map((wording) => wording.version)).toEqual([1]);
      expect(positions.every((position) => position.version === 2)).toBe(true);
      expect(version).toBe(3);
    }
    expect(cards.some(({ positions }) => positions.length > 0)).toBe(true);
  });

  test.each(['99999999999', '1000001', '-3', '0', ''])('take a wording %j for none', (number) => {
    const text = written(jsonld, corpusRecords)
      .replace(/urn:cruxbook:(wording|version):\d+/g, `urn:cruxbook:$1:${number}`)
      .replace(/"dcterms:identifier":"\d+"/g, `"dcterms:identifier":"${number}"`);
    for (const place of ['"dcterms:identifier":"', 'urn:cruxbook:wording:', 'urn:cruxbook:version:'])
      expect(text).toContain(`${place}${number}"`);
    const cards = readBack(jsonldSource, text).records.filter((record) => record.kind === 'card');
    expect(cards.flatMap(({ positions }) => positions).length).toBeGreaterThan(1);
    for (const { version, wordings, positions } of cards)
      expect(new Set([version, ...[...wordings, ...positions].map((one) => one.version)])).toEqual(
        new Set([1]),
      );
  });

  test('name the words of the vocabulary that they bear', () => {
    const { head } = readBack(jsonldSource, written(jsonld, corpusRecords));
    expect(head?.tags.map(({ slug, name }) => [slug, name])).toContainEqual(['failure-mode', 'Failure mode']);
  });

  const passage = {
    id: 'https://a.example/1',
    type: 'Annotation',
    created: '2026-03-04T05:06:07+02:00',
    creator: 'https://a.example/ann',
    motivation: 'commenting',
    bodyValue: 'So it is.',
    target: {
      source: 'https://a.example/page',
      selector: { type: 'TextQuoteSelector', exact: 'words', prefix: 'the ' },
    },
  };

  test.each([
    ['by itself', passage],
    ['in a list', [passage]],
    ['on a page', { type: 'AnnotationPage', items: [passage] }],
    [
      'in a collection',
      { id: 'https://a.example/', type: 'AnnotationCollection', first: { items: [passage] } },
    ],
  ])('come from elsewhere, %s: the text is named, the time is in UTC', (_, value) => {
    const { records, bad } = readBack(jsonldSource, JSON.stringify(value));
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      { kind: 'document', url: 'https://a.example/page', text: null, annotations: 1 },
      {
        kind: 'annotation',
        quote: 'words',
        comment: 'So it is.',
        via: ['https://a.example/1'],
        created: '2026-03-04T03:06:07.000Z',
      },
    ]);
  });

  test.each([
    ['no time', { ...passage, created: undefined }, 'It does not say when it was made.'],
    ['no creator', { ...passage, creator: undefined }, 'It does not say whose it is.'],
    ['no target', { ...passage, target: undefined }, '“target” is not valid.'],
    [
      'a whole page',
      { ...passage, target: 'https://a.example/page' },
      'It does not say which text it stands in.',
    ],
    ['a reply to nothing', { ...passage, motivation: 'replying' }, 'It answers something that is not there.'],
    [
      'a decision about nothing',
      { ...passage, motivation: 'moderating', body: { purpose: 'moderating', value: 'reject' } },
      'It decides about nothing that is there.',
    ],
    [
      'a decision without a verdict',
      { ...passage, motivation: 'moderating' },
      'It does not say what was decided.',
    ],
  ])('leave out one with %s, say so, and bring the rest', (_, broken, reason) => {
    const { records, bad } = readBack(jsonldSource, JSON.stringify([broken, passage]));
    expect(bad).toEqual([{ row: 1, what: expect.any(String), reason }]);
    expect(records).toHaveLength(2);
  });

  test.each([
    ['<html>', 'This is HTML or XML.'],
    ['{"name":"x","version":1}', 'This is JSON with the fields “name”, “version”.'],
    ['', 'This file is empty.'],
    ['{"a":1}\n{"a":2}\n', 'This is JSON Lines of another kind.'],
    ['{"type":"AnnotationCollection","id":"https://a.example","total":0}', undefined],
  ])('say of %s what else it is', (content, alien) => {
    expect(readBack(jsonldSource, content).alien).toBe(alien);
  });
});
