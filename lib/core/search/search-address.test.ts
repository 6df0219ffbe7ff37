import { expect, test } from 'vitest';
import { readSearchAddress, searchPath } from './search-address';

test('an address keeps what a search is, and nothing else', () => {
  expect(readSearchAddress({ q: ' fox ', kind: 'card', tag: '', group: ['a', 'b'], utm: 'x' })).toEqual({
    q: 'fox',
    kind: 'card',
  });
});

test('a change leads to the first page of the changed search', () => {
  const address = { q: 'red fox', kind: 'card', after: 'x' };
  expect(searchPath(address, { tag: 'crux', kind: undefined })).toBe('/search?q=red+fox&tag=crux');
  expect(searchPath(address, { after: 'y' })).toBe('/search?q=red+fox&kind=card&after=y');
  expect(searchPath({})).toBe('/search');
});
