import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommentDocument, commentToText } from './comment-document';
import { commentToMarkdown, markdownToComment } from './comment-markdown';
import { CommentError, parseComment } from './comment-schema';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: string, ...types: string[]) =>
  types.length === 0
    ? { type: 'text', text: value }
    : { type: 'text', text: value, marks: types.map((type) => ({ type })) };
const linked = (value: string, href: string) => ({
  type: 'text',
  text: value,
  marks: [{ type: 'link', attrs: { href } }],
});
const item = (...content: unknown[]) => ({ type: 'listItem', content });

const cases: [name: string, markdown: string, content: unknown[]][] = [
  ['nothing', '', [{ type: 'paragraph' }]],
  [
    'marks',
    'a **b** *c* ~~d~~ `e`',
    [
      p(
        text('a '),
        text('b', 'bold'),
        text(' '),
        text('c', 'italic'),
        text(' '),
        text('d', 'strike'),
        text(' '),
        text('e', 'code'),
      ),
    ],
  ],
  ['a hard break', 'a\\\nb', [p(text('a'), { type: 'hardBreak' }, text('b'))]],
  ['a soft break is a space', 'a\nb', [p(text('a b'))]],
  ['a link', '[a](https://example.org)', [p(linked('a', 'https://example.org'))]],
  [
    'a bare address',
    'see https://example.org.',
    [p(text('see '), linked('https://example.org', 'https://example.org'), text('.'))],
  ],
  ['a link by reference', '[a][1]\n\n[1]: https://example.org', [p(linked('a', 'https://example.org'))]],
  ['a script link keeps its words only', '[a](javascript:alert(1)) [b](jAvA&#9;script:x)', [p(text('a b'))]],
  [
    'a mention',
    'hi [@Ann Lee](mention:u-1)!',
    [p(text('hi '), { type: 'mention', attrs: { id: 'u-1', label: 'Ann Lee' } }, text('!'))],
  ],
  ['something like a mention', '[Ann](mention:u-1)', [p(text('Ann'))]],
  ['HTML stays as it was typed', 'a <b onclick=x>b</b>', [p(text('a <b onclick=x>b</b>'))]],
  ['a block of HTML', '<script>alert(1)</script>', [p(text('<script>alert(1)</script>'))]],
  [
    'a heading',
    '# a *b*',
    [p(text('a ', 'bold'), text('b', 'bold', 'italic'))].map(() =>
      p(text('a', 'bold'), text(' '), text('b', 'bold', 'italic')),
    ),
  ],
  [
    'lists',
    '3. a\n4. b\n   - c',
    [
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          item(p(text('a'))),
          item(p(text('b')), { type: 'bulletList', content: [item(p(text('c')))] }),
        ],
      },
    ],
  ],
  [
    'tasks',
    '- [x] a\n- [ ] b',
    [{ type: 'bulletList', content: [item(p(text('[x] a'))), item(p(text('[ ] b')))] }],
  ],
  ['a quote', '> a\n>\n> b', [{ type: 'blockquote', content: [p(text('a')), p(text('b'))] }]],
  [
    'code',
    '```js\nif (a) b\n```',
    [{ type: 'codeBlock', attrs: { language: 'js' }, content: [text('if (a) b')] }],
  ],
  ['a table keeps its words', '| a | b |\n|--|--|\n| c | d |', [p(text('a | b')), p(text('c | d'))]],
  [
    'an image becomes a link',
    '![cat](https://example.org/c.png)',
    [p(linked('cat', 'https://example.org/c.png'))],
  ],
  [
    'footnotes keep their words',
    'a[^1]\n\n[^1]: note',
    [p(text('a[^1]')), p(text('[^1]:')), p(text('note'))],
  ],
];

describe('Markdown to comment', () => {
  test.each(cases)('%s', (_name, markdown, content) => {
    expect(markdownToComment(markdown)).toEqual(doc(...content));
  });

  test.each([
    ['quotes', '> '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a '.repeat(20_000)],
  ])('ten thousand nested %s give an answer or a clear error', (_name, markdown) => {
    try {
      expect(commentToText(markdownToComment(`${markdown}a`)).length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(CommentError);
    }
  });

  test('a comment that is too long is refused', () => {
    expect(() => markdownToComment('a'.repeat(20_001))).toThrow('20,000');
  });
});

// No bare addresses: reading Markdown makes links of them, whatever is escaped.
const words = fc.constantFrom(
  'a',
  'two words',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '[x](y)',
  '<b>',
  '&amp;',
  '# ',
  '1. ',
  '- ',
  '>',
  '\\',
  '!',
  '😀',
  'עב',
  '漢字',
  '|',
);
const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const mark = fc.constantFrom<object>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://e.test/?a=(b)&c' } },
);
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(line, fc.uniqueArray(mark, { maxLength: 2 }))
      .map(([value, marks]) => ({ type: 'text', text: value, marks })),
  },
  fc.constant({ type: 'hardBreak' }),
  fc.constant({ type: 'mention', attrs: { id: 'u_1', label: 'Ann [x] *Lee*' } }),
);
const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'paragraph', content }));
const code = fc
  .tuple(fc.constantFrom(null, 'js'), fc.array(line, { minLength: 1, maxLength: 3 }))
  .map(([language, lines]) => ({
    type: 'codeBlock',
    attrs: { language },
    content: [{ type: 'text', text: lines.join('\n') }],
  }));
const block = (depth: number): fc.Arbitrary<unknown> => {
  if (depth === 0) return fc.oneof({ weight: 4, arbitrary: paragraph as fc.Arbitrary<unknown> }, code);
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 });
  const items = fc.array(
    inner.map((content) => item(...content)),
    { minLength: 1, maxLength: 3 },
  );
  return fc.oneof(
    { weight: 3, arbitrary: paragraph as fc.Arbitrary<unknown> },
    code,
    inner.map((content) => ({ type: 'blockquote', content })),
    items.map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.nat(20), items)
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
  );
};
const comment: fc.Arbitrary<CommentDocument> = fc
  .array(block(2), { minLength: 1, maxLength: 4 })
  .map((content) => parseComment({ type: 'doc', content }));

describe('comment to Markdown', () => {
  test.each(cases.filter(([name]) => name !== 'nothing'))(
    '%s: reading what was written gives the same comment',
    (_name, markdown) => {
      const first = markdownToComment(markdown);
      expect(markdownToComment(commentToMarkdown(first))).toEqual(first);
    },
  );

  test('any comment survives being written and read', () => {
    fc.assert(
      fc.property(comment, (document) => {
        expect(markdownToComment(commentToMarkdown(document))).toEqual(document);
      }),
      { numRuns: 150 },
    );
  });
});
