import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { at, id } from '@/lib/core/corpus/corpus-names.fixture';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { jsonldSource } from '@/lib/core/corpus-import/jsonld/jsonld-source';
import { readBack } from '@/lib/core/corpus-import/read-back.fixture';
import { corpusHead, noCounts, writtenFiles } from '@/lib/core/export/written-files.fixture';
import { jsonld } from './jsonld';

type Item = Record<string, unknown> & { id: string; motivation: string; target: unknown; body: unknown };
type Page = {
  id: string;
  items: Item[];
  startIndex: number;
  next?: string;
  prev?: string;
  partOf: { total: number };
};

const parse = (files: Map<string, string>) => JSON.parse([...files.values()][0] ?? '') as [Page, ...Page[]];
const [collection, ...pages] = parse(writtenFiles(jsonld));
const items = pages.flatMap((page) => page.items);
const api = 'https://cruxbook.example/api/v1';
const one = (part: string) => items.find((item) => item.id.includes(id(part)));

describe('W3C Web Annotations', () => {
  test('have a decision on the annotations it speaks of, and what stands on the passage', () => {
    const [accepted, rejected] = items.filter(({ motivation }) => motivation === 'moderating');
    const [mark] = items.filter(({ motivation }) => motivation === 'classifying');
    expect(accepted).toMatchObject({
      body: [
        { value: 'accept' },
        { value: '=The clause, <b>not</b> the sentence.' },
        { purpose: 'linking', source: mark?.id },
      ],
      target: [id('a1'), id('a5')].map((one) => `https://cruxbook.example/wa/night-school/${one}`),
    });
    expect(rejected).toMatchObject({
      body: [{ value: 'reject' }],
      target: expect.stringContaining(id('a4')),
    });
    expect(rejected).not.toHaveProperty('creator');
    expect(mark).toMatchObject({
      target: { selector: [{ exact: 'we will lose control' }, { start: 59 }] },
      body: [{ value: 'Claim' }, {}, { value: 'Crux' }, {}],
    });
  });

  test('are a collection that counts its items, and pages that name their neighbours', () => {
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: items.length });
    expect(items).toHaveLength(2 + 9 + 5 + 3 + 4 + 3 + 1 + 2 + 1);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  test('name the release they are, or are a part of', () => {
    const release = { number: 3, title: 'Third', note: '', frozen: at(13), sha256: 'f'.repeat(64) };
    const told = (part: object) =>
      parse(writtenFiles(jsonld, corpusRecords, { ...corpusHead, release: { ...release, ...part } }))[0];
    const words = { 'schema:version': 3, 'schema:alternateName': 'Third', 'schema:sha256': 'f'.repeat(64) };
    expect(told({})).toMatchObject(words);
    expect(told({ part: true })).toMatchObject({ 'schema:isPartOf': words });
    expect(told({ part: true })).not.toHaveProperty('schema:version');
  });

  test('are another collection for each choice and release, named by where it is exported', () => {
    const release = { number: 3, title: 'Third', note: '', frozen: at(13), sha256: 'f'.repeat(64) };
    const idOf = (choice: object, more: object = {}) =>
      parse(
        writtenFiles(jsonld, corpusRecords, { ...corpusHead, ...more, choice: ExportChoice.parse(choice) }),
      ).map((part) => part.id);
    const address = `${api}/groups/night-school/export?`;
    expect(idOf({})).toEqual([`${address}format=jsonld`, `${address}format=jsonld#page-0`]);
    expect(idOf({ tags: 'claim,crux', named: 'true' })[0]).toBe(
      `${address}format=jsonld&named=true&tags=claim%2Ccrux`,
    );
    expect(idOf({}, { release })[0]).toBe(`${address}format=jsonld&release=3`);
  });

  test('have a page for every thousand items', () => {
    const annotation = corpusRecords.find((record) => record.kind === 'annotation')!;
    const document = corpusRecords.find((record) => record.kind === 'document')!;
    const many = Array.from({ length: 2_499 }, () => ({ ...annotation, replies: [] }));
    const head = { ...corpusHead, counts: { ...noCounts, documents: 1, annotations: many.length } };
    const [first, ...rest] = parse(writtenFiles(jsonld, [document, ...many], head));
    expect(first).toMatchObject({ total: 2_500, first: rest[0]?.id, last: rest[2]?.id });
    expect(rest.map(({ items, startIndex, next, prev }) => [items.length, startIndex, next, prev])).toEqual([
      [1_000, 0, rest[1]?.id, undefined],
      [1_000, 1_000, rest[2]?.id, rest[0]?.id],
      [500, 2_000, undefined, rest[1]?.id],
    ]);
  });

  test('of an empty group are a collection of nothing', () => {
    const [first, ...rest] = parse(writtenFiles(jsonld, [], { ...corpusHead, counts: noCounts }));
    expect([first, rest]).toMatchObject([{ total: 0 }, []]);
    expect(first).not.toHaveProperty('first');
  });

  test('quote passages, and place them by code points', () => {
    expect(one('a2')).toMatchObject({
      motivation: ['tagging', 'commenting'],
      canonical: `urn:uuid:${id('a2')}`,
      target: {
        source: {
          id: `${api}/essays/${id('bet')}/versions/1`,
          rights: 'https://creativecommons.org/licenses/by/4.0/',
        },
        selector: [
          { type: 'TextQuoteSelector', exact: 'whether interpretability keeps pace' },
          { type: 'TextPositionSelector', start: 98, end: 133 },
        ],
      },
    });
  });

  test('link what they say: tags, cards, threads, arrows and credences', () => {
    expect(one('a2')?.body).toMatchObject([
      { purpose: 'tagging', value: 'Crux' },
      { purpose: 'classifying', source: `${api}/groups/night-school/tags#crux` },
      { purpose: 'commenting', value: 'Would change my *mind*.\n\n> Really?', format: 'text/markdown' },
      {
        purpose: 'linking',
        scope: 'urn:cruxbook:role:supports',
        source: `${api}/groups/night-school/cards/${id('C1')}`,
      },
      { purpose: 'moderating', value: 'resolved', created: at(30), creator: { name: 'reader-k7f3qa2m' } },
      { purpose: 'classifying', source: 'urn:cruxbook:reaction:agree', creator: { name: 'reader-k7f3qa2m' } },
      { purpose: 'classifying', source: 'urn:cruxbook:reaction:helpful' },
    ]);
    expect(one('r2')).toMatchObject({ motivation: 'replying', target: one('r1')?.id });
    expect(one('x4')).toMatchObject({ motivation: 'linking', body: [{ source: one('x1')?.id }, {}, {}] });
    expect(one('p1')).toMatchObject({
      motivation: 'assessing',
      body: [{ value: '80 %' }, { value: 'Progress.' }, {}],
    });
  });

  test('have of a card what it said before, what would settle it, and what was merged into it', () => {
    const card = `${api}/groups/night-school/cards/${id('C1')}`;
    const statement = items.find((item) => item.id === `${card}#statement`);
    expect(statement?.body).toMatchObject([
      { purpose: 'describing', 'dcterms:identifier': '2', created: at(21) },
      {
        purpose: 'describing',
        value: 'Interpretability keeps up',
        'dcterms:identifier': '1',
        created: at(20),
      },
      { source: 'urn:cruxbook:wording-only:2' },
      { purpose: 'commenting', value: 'See *below*.' },
      { purpose: ['commenting', 'questioning'], value: 'A probe finds 90 %.' },
      { source: 'urn:cruxbook:resolves-by:2030-01-01' },
      {
        purpose: 'identifying',
        value: 'We can read minds of models',
        'dcterms:identifier': [`urn:uuid:${id('old')}`, '4'],
      },
      { source: `${api}/groups/night-school/tags#crux` },
      { source: 'urn:cruxbook:status:canonical' },
      { source: 'urn:cruxbook:wording:2' },
      { source: 'urn:cruxbook:version:2' },
      { source: 'urn:cruxbook:number:2' },
    ]);
  });

  test('say what somebody would believe if a card were true, to nobody else', () => {
    const [belief] = items.filter((item) => item.id.includes('#belief-'));
    expect(belief).toMatchObject({
      motivation: ['assessing', 'linking'],
      audience: { id: `urn:uuid:${id('ada')}` },
      target: `${api}/groups/night-school/cards/${id('T1')}`,
      body: [
        { source: `${api}/groups/night-school/cards/${id('C1')}` },
        { source: 'urn:cruxbook:belief' },
        { value: '30 % if it is true, 90 % if it is false' },
        { source: 'urn:cruxbook:if-true:30' },
        { source: 'urn:cruxbook:if-false:90' },
      ],
    });
  });

  test.each([
    ['https://a.example/Ünder?a=1&b=%C3%A9#so', true],
    ['https://a.example/a(b)|c', false],
  ])('name the address %s as an IRI: %s', (url, isIri) => {
    const open = corpusRecords.map((one) => (one.kind === 'document' ? { ...one, url } : one));
    const told = writtenFiles(jsonld, open);
    expect([...told.values()][0]).toContain(`"dcterms:source":${JSON.stringify(isIri ? { id: url } : url)}`);
    const texts = readBack(jsonldSource, [...told.values()][0] ?? '').records;
    expect(texts.flatMap((one) => (one.kind === 'document' ? one.url : []))).toEqual([url, url]);
  });

  test('bring the text as a description of its version, unless it may not be passed on', () => {
    const [open, closed] = items.filter((item) => item.id.endsWith('#text'));
    expect(open).toMatchObject({
      body: { purpose: 'describing', language: 'en' },
      target: { 'dcterms:title': 'The Alignment Bet' },
    });
    expect(closed).not.toHaveProperty('body');
  });
});
