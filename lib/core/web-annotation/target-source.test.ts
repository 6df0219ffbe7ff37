import { expect, test } from 'vitest';
import { sourceOf } from './target-source';

const site = 'https://read.example';
const id = '01a1fd98-feed-73ce-826b-0e52f626bb8a';
const version = `${site}/api/v1/essays/${id}/versions/2`;
const position = { type: 'TextPositionSelector', start: 10, end: 13 };

test.each([
  ['a version', version, { essay: id, version: 2, position: null }],
  ['characters of a version', `${version}#char=10,13`, { essay: id, version: 2, position }],
  ['a page', `${site}/g/readers/the-fox`, { essay: 'the-fox', version: null, position: null }],
  ['a page in another script', `${site}/g/readers/狐`, { essay: '%E7%8B%90', version: null, position: null }],
])('%s is a text', (_, iri, source) => {
  expect(sourceOf(iri, { site, group: 'readers' })).toEqual(source);
});

test.each([
  ['another site', `https://other.example/api/v1/essays/${id}/versions/2`],
  ['another scheme', version.replace('https', 'http')],
  ['another group', `${site}/g/writers/the-fox`],
  ['a page below', `${site}/g/readers/the-fox/annotations`],
  ['the group', `${site}/g/readers/`],
  ['another fragment', `${version}#line=10`],
  ['a question', `${version}?a=1`],
  ['version 0', version.replace(/2$/, '0')],
  ['no address', 'the fox'],
])('%s is none', (_, iri) => {
  expect(sourceOf(iri, { site, group: 'readers' })).toBeNull();
});
