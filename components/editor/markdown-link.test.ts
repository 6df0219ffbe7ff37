import { expect, test } from 'vitest';
import { linkAtEnd, linksIn } from './markdown-link';

const seen = (text: string) => linksIn(text).map(({ replaceWith, data }) => `${replaceWith} → ${data.href}`);

test.each<[string, string, string[]]>([
  ['a link', 'see [this](https://example.org/a)', ['this → https://example.org/a']],
  [
    'an address with parentheses',
    '[Mercury](https://en.wikipedia.org/wiki/Mercury_(planet))',
    ['Mercury → https://en.wikipedia.org/wiki/Mercury_(planet)'],
  ],
  ['two', '[a](https://a.org) [b](https://b.org)', ['a → https://a.org', 'b → https://b.org']],
  ['no script', '[a](javascript:alert(1))', []],
  ['no image', '![a](https://a.org)', []],
  ['no escaped one', '\\[a](https://a.org)', []],
  ['a footnote sign and words in brackets are none', '[5] (or so)', []],
])('%s', (_name, text, links) => {
  expect(seen(text)).toEqual(links);
});

test('is one only when the last bracket is typed', () => {
  expect(linkAtEnd('[a](https://a.org')).toBeNull();
  expect(linkAtEnd('so [a](https://a.org)')).toMatchObject({ index: 3, replaceWith: 'a' });
  expect(linkAtEnd('[a](https://a.org) and')).toBeNull();
});
