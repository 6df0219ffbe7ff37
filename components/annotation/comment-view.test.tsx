import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { CommentBlock, CommentInline } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';

const html = (...content: CommentBlock[]) =>
  renderToStaticMarkup(<CommentView document={{ type: 'doc', content }} />).replace(
    /^<div.*?>|<\/div>$/g,
    '',
  );
const paragraph = (...content: CommentInline[]): CommentBlock => ({ type: 'paragraph', content });
const text = (words: string) => ({ type: 'text' as const, text: words });

test.each<[string, CommentBlock, string]>([
  ['an empty paragraph', { type: 'paragraph' }, '<p></p>'],
  ['markup in the text stays text', paragraph(text('<b>&')), '<p>&lt;b&gt;&amp;</p>'],
  [
    'marks nest in their order',
    paragraph({ ...text('x'), marks: [{ type: 'bold' }, { type: 'code' }] }),
    '<p><strong><code>x</code></strong></p>',
  ],
  ['a line break', paragraph(text('a'), { type: 'hardBreak' }, text('b')), '<p>a<br/>b</p>'],
  [
    'a mention keeps the direction of the name to itself',
    paragraph({ type: 'mention', attrs: { id: '1', label: 'Ann' } }),
    '<p><span class="mention">@<bdi>Ann</bdi></span></p>',
  ],
  [
    'a list that starts at three',
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('c'))] }],
    },
    '<ol start="3"><li><p>c</p></li></ol>',
  ],
  ['a quote', { type: 'blockquote', content: [paragraph(text('q'))] }, '<blockquote><p>q</p></blockquote>'],
  [
    'code',
    { type: 'codeBlock', attrs: { language: null }, content: [text('a < b')] },
    '<pre><code>a &lt; b</code></pre>',
  ],
])('%s', (_, node, expected) => {
  expect(html(node)).toBe(expected);
});

test('a link leads out without telling where from', () => {
  const link = { ...text('x'), marks: [{ type: 'link' as const, attrs: { href: 'https://example.org/' } }] };
  expect(html(paragraph(link))).toContain('rel="noopener noreferrer nofollow ugc"');
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'JaVaScRiPt:1'])(
  'a link to %s is only its words',
  (href) => {
    expect(html(paragraph({ ...text('x'), marks: [{ type: 'link', attrs: { href } }] }))).toBe('<p>x</p>');
  },
);
