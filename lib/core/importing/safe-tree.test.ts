import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { elementsBelow, rawText } from './element';
import { safeTree } from './safe-tree';

const parser = unified().use(rehypeParse, { fragment: true });
const safe = (html: string) => safeTree(parser.parse(html));
const written = (html: string) =>
  [...elementsBelow(safe(html))].map(({ tagName, properties }) => [tagName, properties]);

describe('a safe tree', () => {
  test.each([
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'math',
    'iframe',
    'object',
    'audio',
    'video',
    'canvas',
    'select',
    'textarea',
  ])('has no %s and nothing of what is in it', (name) => {
    const tree = safe(`<p>a</p><${name}>secret</${name}>`);
    expect([...elementsBelow(tree)].map(({ tagName }) => tagName)).toEqual(['p']);
    expect(rawText(tree)).toBe('a');
  });

  test.each([
    ['<p style="color:red" class="x" onclick="y" data-a="b">a</p>', 'p', {}],
    ['<p id="nonce">a</p>', 'p', { id: 'nonce' }],
    ['<a href="javascript:x" target="_top" ping="z">a</a>', 'a', {}],
    ['<a href="&#1;javascript:x">a</a>', 'a', {}],
    ['<a href="https://a.b">a</a>', 'a', { href: 'https://a.b' }],
    ['<a href="mailto:a@b.c">a</a>', 'a', { href: 'mailto:a@b.c' }],
    ['<a href="#x">a</a>', 'a', { href: '#x' }],
    ['<img src="data:image/svg+xml,x" alt="a" onerror="y">', 'img', { alt: 'a' }],
    ['<code class="language-js evil">a</code>', 'code', { className: ['language-js'] }],
    ['<ol start="3" type="A"></ol>', 'ol', { start: 3 }],
    ['<input type="password" value="x">', 'input', { type: 'checkbox' }],
  ])('%s keeps what is harmless', (html, tagName, properties) => {
    expect(written(html)).toEqual([[tagName, properties]]);
  });

  test('unknown elements give their children', () => {
    expect(rawText(safe('<x-a>a<font>b</font></x-a>'))).toBe('ab');
  });

  test('comments go', () => {
    expect(safe('a<!-- b -->').children).toMatchObject([{ type: 'text', value: 'a' }]);
  });
});
