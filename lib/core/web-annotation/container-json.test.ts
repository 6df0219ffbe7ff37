import { describe, expect, test } from 'vitest';
import { annotationJson, containerJson, itemsOfPage, pageJson } from './container-json';
import { containerPreferences } from './container-preferences';

const head = (total: number) => ({
  iri: 'https://read.example/wa/g/',
  label: 'Readers',
  total,
  modified: '2026-11-21T10:00:00.000Z',
});
const items = ['{"id":"urn:1"}', '{"id":"urn:2"}'];

describe('a container', () => {
  test('without anything has neither first nor last', () => {
    const empty = JSON.parse(containerJson(head(0), false, null));
    expect(empty).toMatchObject({ total: 0, type: ['BasicContainer', 'AnnotationCollection'] });
    expect(Object.keys(empty)).not.toEqual(expect.arrayContaining(['first']));
  });

  test('embeds its first page, which has no context of its own', () => {
    const { first, last } = JSON.parse(containerJson(head(2), false, { number: 0, items }));
    expect(first).toMatchObject({ startIndex: 0, items: [{ id: 'urn:1' }, { id: 'urn:2' }] });
    expect([first['@context'], last]).toEqual([undefined, 'https://read.example/wa/g/?page=0&iris=0']);
  });

  test('names it only, when nothing is to be embedded', () => {
    expect(JSON.parse(containerJson(head(2), true, null))).toMatchObject({
      id: 'https://read.example/wa/g/?iris=1',
      first: 'https://read.example/wa/g/?page=0&iris=1',
    });
  });
});

test.each([
  [0, { prev: undefined, next: 1, start: 0 }],
  [1, { prev: 0, next: 2, start: itemsOfPage }],
  [2, { prev: 1, next: undefined, start: 2 * itemsOfPage }],
])('page %i of three knows its neighbours', (number, { prev, next, start }) => {
  const page = JSON.parse(pageJson(head(2 * itemsOfPage + 1), false, { number, items }));
  const iri = (n?: number) => (n === undefined ? undefined : `https://read.example/wa/g/?page=${n}&iris=0`);
  expect([page.prev, page.next, page.startIndex]).toEqual([iri(prev), iri(next), start]);
  expect(page.partOf).toMatchObject({ total: 2 * itemsOfPage + 1, modified: head(0).modified });
});

test('an annotation alone says in which context it stands', () => {
  expect(JSON.parse(annotationJson('{"id":"urn:1"}'))).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:1',
  });
});

const prefer = (...names: string[]) => `return=representation;include="${names.join(' ')}"`;
const minimal = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const [iris, descriptions] = ['IRIs', 'Descriptions'].map(
  (name) => `http://www.w3.org/ns/oa#PreferContained${name}`,
);

test.each([
  ['nothing', null, false, false],
  ['something else', 'respond-async', false, false],
  ['a container alone', prefer(minimal), true, false],
  ['IRIs', prefer(iris!), false, true],
  ['descriptions', prefer(descriptions!), false, false],
  ['IRIs, and a container alone', prefer(minimal, iris!), true, true],
])('who prefers %s gets that', (_, header, isMinimal, areIris) => {
  const { minimal, iris, applied } = containerPreferences(header, false);
  expect([minimal, iris, applied !== null]).toEqual([
    isMinimal,
    areIris,
    isMinimal || header?.includes('oa#') === true,
  ]);
});

test('what the address says holds where nothing is preferred', () => {
  expect(containerPreferences(null, true).iris).toBe(true);
  expect(containerPreferences(prefer(descriptions!), true).iris).toBe(false);
});

test('who prefers both of two that exclude each other is refused', () => {
  expect(() => containerPreferences(prefer(iris!, descriptions!), false)).toThrow(
    expect.objectContaining({ status: 400 }),
  );
});
