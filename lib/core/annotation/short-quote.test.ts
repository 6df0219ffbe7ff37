import { expect, test } from 'vitest';
import { shortQuote } from './short-quote';

test.each([
  ['nothing', '', ''],
  ['a short one', 'full of thanks', 'full of thanks'],
  ['the longest that is short', 'x'.repeat(400), 'x'.repeat(400)],
  ['a long one', `a${'x'.repeat(400_000)}z`, `a${'x'.repeat(199)} … ${'x'.repeat(199)}z`],
  ['one cut within letters', `a${'🦊'.repeat(400)}z`, `a${'🦊'.repeat(99)} … ${'🦊'.repeat(99)}z`],
])('of a passage are shown its ends: %s', (_, words, shown) => {
  expect(shortQuote(words)).toBe(shown);
});
