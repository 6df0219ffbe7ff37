import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { mayHoldGfm } from './gfm-signs';

const commonMark = unified().use(remarkParse);
const gfm = unified().use(remarkParse).use(remarkGfm);

test.each([
  ['strikethrough', 'not ~this~'],
  ['a table', 'a | b\n--- | ---\nc | d'],
  ['a table of one column', 'a\n:-\nb'],
  ['a table of one column, to the right', 'a\n-:\nb'],
  ['a footnote', 'see[^1]\n\n[^1]: there'],
  ['a task', '- [x] done'],
  ['an address', 'at https://example.org/a'],
  ['an address without protocol', 'at WWW.example.org'],
  ['an e-mail address', 'ask ann@example.org'],
])('%s is read as such', (_, source) => {
  expect(gfm.parse(source)).not.toEqual(commonMark.parse(source));
  expect(mayHoldGfm(source)).toBe(true);
});

test('a text without such signs is the same in both', () => {
  const pieces =
    'a|w|ww|.|:|-|--|/|//|*|**|_|`|!|]|(|)|<|>|#|&amp;|&#124;|\\|^|1.| |  |\t|\n|\n\n|http|mailto:|x'.split(
      '|',
    );
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (source) => {
      fc.pre(!mayHoldGfm(source));
      expect(gfm.parse(source)).toEqual(commonMark.parse(source));
    }),
    { numRuns: 1_000 },
  );
});
