import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { readBack, written } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { jsonldSource } from './jsonld-source';

type Item = Record<string, unknown> & { id: string; body?: unknown };

const told = written(jsonld, corpusRecords);
const itemsOf = () => (JSON.parse(told) as { items?: Item[] }[]).flatMap(({ items = [] }) => items);
const read = (items: readonly unknown[]) => readBack(jsonldSource, JSON.stringify(items));
const cardsOf = (items: readonly unknown[]) => read(items).records.filter(({ kind }) => kind === 'card');

/** Tags and reactions are sets here, too. */
const sorted = (records: unknown) =>
  JSON.parse(JSON.stringify(records), (name, value) =>
    ['tags', 'reactions'].includes(name)
      ? value.toSorted((a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : value,
  );

/** Bodies of an annotation are a set: other programs write them in whichever order. */
test('bodies mean the same from the last to the first, and so do identifiers', () => {
  const turned = JSON.parse(told, (name, value) =>
    ['body', 'dcterms:identifier'].includes(name) && Array.isArray(value) ? value.reverse() : value,
  );
  const { records, bad } = readBack(jsonldSource, JSON.stringify(turned));
  expect(bad).toEqual([]);
  expect(sorted(records)).toEqual(sorted(readBack(jsonldSource, told).records));
});

test('an older file, which knows the present wording alone, has answers on the one before', () => {
  const older = itemsOf().map((item) => ({
    ...item,
    body: [item.body ?? []].flat().filter((body) => {
      const {
        source = '',
        created,
        purpose,
      } = body as { source?: string; created?: string; purpose?: string };
      return (
        !source.startsWith('urn:cruxbook:version:') && !(purpose === 'describing' && created === '2026-01-20')
      );
    }),
  }));
  const [, reworded] = cardsOf(older);
  expect(reworded).toMatchObject({ version: 2, positions: [{ version: 1 }, { version: 1 }, { version: 1 }] });
});

test('what is about cards that are not there is told of', () => {
  const without = itemsOf().filter(({ id }) => !id.endsWith('#statement'));
  const { bad } = read(without);
  const about = bad.filter(({ reason }) => reason === 'It is about a card that is not there.');
  expect(about).toHaveLength(4 + 3 + 1);
});

const statement = {
  id: 'https://a.example/card',
  type: 'Annotation',
  created: '2026-03-04T05:06:07Z',
  motivation: ['describing', 'classifying'],
  target: 'https://a.example/thing',
  body: [{ type: 'TextualBody', purpose: 'describing', value: 'Bees count.' }],
};

describe('a card of another program', () => {
  test.each([
    { type: 'TextualBody', purpose: ['commenting', 'linking'], value: 'x'.repeat(2_001) },
    { type: 'TextualBody', purpose: 'linking', value: 'x'.repeat(2_001) },
    { type: 'TextualBody', purpose: ['commenting', 'questioning'], value: 'x'.repeat(2_001) },
    { type: 'TextualBody', purpose: 'identifying', value: '', 'dcterms:identifier': ['doi:1', '5'] },
    { type: 'TextualBody', purpose: 'editing', value: 'x'.repeat(300), 'dcterms:identifier': 1 },
    { type: 'TextualBody', purpose: 'describing', value: 'Bees add.', 'dcterms:identifier': '42' },
    { type: 'SpecificResource', purpose: 'classifying', source: 'urn:cruxbook:resolves-by:soon' },
  ])('comes with $purpose', (body) => {
    expect(cardsOf([{ ...statement, body: [...statement.body, body] }])).toMatchObject([
      {
        statement: 'Bees count.',
        version: 1,
        wordings: [{ version: 1 }],
        aliases: [],
        operationalization: '',
        resolvesBy: null,
        resolutionSource: null,
      },
    ]);
  });
});

const passage = {
  id: 'https://a.example/1',
  type: 'Annotation',
  created: '2026-03-04T05:06:07Z',
  creator: 'https://a.example/ann',
  motivation: 'commenting',
  bodyValue: 'So it is.',
  target: { source: 'https://a.example/page', selector: { type: 'TextQuoteSelector', exact: 'words' } },
};

test.each([null, ['2026-03-04T05:06:07Z'], 5, { '@value': 'now' }])(
  'an annotation that was written out at %j comes all the same',
  (generated) => {
    expect(read([{ ...passage, generated }])).toMatchObject({ bad: [], records: [{}, { quote: 'words' }] });
  },
);

test('when it was written out is not when it was made', () => {
  const { bad } = read([{ ...passage, created: undefined, generated: '2026-03-04T05:06:07Z' }]);
  expect(bad).toMatchObject([{ reason: 'It does not say when it was made.' }]);
});

test.each([
  ['https://a.example/g/x/bees', 'bees'],
  [{ id: 'https://a.example/g/x/bees' }, 'bees'],
  ['https://a.example/g/x/%00', 'the-hive'],
  ['https://a.example/g/x/%zz', 'the-hive'],
  [['https://a.example/g/x/bees'], 'the-hive'],
  [5, 'the-hive'],
])('a text that is a version of %j keeps all else that is said of it', (page, slug) => {
  const text = {
    id: 'https://a.example/text',
    type: 'Annotation',
    created: '2026-03-04T05:06:07Z',
    motivation: 'describing',
    target: {
      id: 'https://a.example/hive',
      language: 'de',
      'dcterms:title': 'The hive',
      'dcterms:creator': ['Ann'],
      'dcterms:license': 'CC BY 4.0',
      'dcterms:isVersionOf': page,
    },
    body: { type: 'TextualBody', purpose: 'describing', value: 'Bees count.' },
  };
  expect(read([text]).records).toMatchObject([
    { slug, title: 'The hive', authors: ['Ann'], language: 'de', licence: 'CC BY 4.0', text: 'Bees count.' },
  ]);
});
