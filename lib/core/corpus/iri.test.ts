import { expect, test } from 'vitest';
import { isIri } from './iri';

test.each([
  ['https://a.example/Ünder?a=1&b=%C3%A9#so', true],
  ['urn:uuid:0b5a6c1e-0000-7000-8000-000000000000', true],
  ['http://[::1]:80/x', true],
  ['a.example/x', false],
  ['https://a.example/a b', false],
  ['https://a.example/a|c', false],
  ['https://a.example/?d=[e]', false],
  ['https://a.example/#a#b', false],
  ['https://a.example/100%', false],
  ['', false],
])('%s is an IRI: %s', (text, is) => {
  expect(isIri(text)).toBe(is);
});
