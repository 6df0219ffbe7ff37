import { expect, test } from 'vitest';
import { readSearchAddress, searchIn, searchPath } from './search-address';

test('an address keeps what a search is, and nothing else', () => {
  expect(readSearchAddress({ q: ' fox ', kind: 'card', tag: '', group: ['a', 'b'], utm: 'x' })).toEqual({
    q: 'fox',
    kind: 'card',
  });
});

test('what an address says wrongly is passed over, but words that are too many stay', () => {
  const bad = { q: 'fox', essay: 'none', after: '%' };
  expect(searchIn(bad)).toMatchObject({ query: { q: 'fox' }, address: { q: 'fox' }, isTooLong: false });
  expect(searchIn(bad).address).toEqual({ q: 'fox' });
  const [most, more] = ['x'.repeat(200), 'x'.repeat(201)];
  expect(searchIn({ q: most })).toMatchObject({ query: { q: most }, isTooLong: false });
  expect(searchIn({ q: more, kind: 'card', essay: 'none' })).toMatchObject({
    query: { q: '', kind: 'card' },
    address: { q: more, kind: 'card' },
    isTooLong: true,
  });
});

test('a change leads to the first page of the changed search', () => {
  const address = { q: 'red fox', kind: 'card', after: 'x' };
  expect(searchPath(address, { tag: 'crux', kind: undefined })).toBe('/search?q=red+fox&tag=crux');
  expect(searchPath(address, { after: 'y' })).toBe('/search?q=red+fox&kind=card&after=y');
  expect(searchPath({})).toBe('/search');
});
