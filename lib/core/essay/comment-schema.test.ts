import { describe, expect, test } from 'vitest';
import { commentToText, isEmptyComment } from './comment-document';
import { CommentError, parseComment } from './comment-schema';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: unknown, ...marks: unknown[]) =>
  marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
const bold = { type: 'bold' };
const link = (href: string) => ({ type: 'link', attrs: { href } });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const bullets = (...content: unknown[]) => ({ type: 'bulletList', content });
const nested = (levels: number): unknown =>
  levels === 0 ? p(text('a')) : { type: 'blockquote', content: [nested(levels - 1)] };

const refused: [name: string, value: unknown][] = [
  ['null', null],
  ['an unknown node', doc({ type: 'image', attrs: { src: 'x' } })],
  ['a heading', doc({ type: 'heading', attrs: { level: 1 }, content: [text('a')] })],
  ['an unknown mark', doc(p(text('a', { type: 'underline' })))],
  ['attributes on a paragraph', doc({ ...p(text('a')), attrs: { style: 'x' } })],
  ['own __proto__', JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{"a":1}}]}')],
  ['own constructor', doc({ ...p(text('a')), constructor: 1 })],
  ['a script link', doc(p(text('a', link('javascript:alert(1)'))))],
  ['a hidden script link', doc(p(text('a', link('jAvA\tscript:alert(1)'))))],
  ['a link with a control character before it', doc(p(text('a', link('\u0001javascript:alert(1)'))))],
  ['a data link', doc(p(text('a', link('data:text/html,x'))))],
  ['a phone link', doc(p(text('a', link('tel:+1'))))],
  ['a million marks', doc(p(text('a', ...Array(1000).fill(bold))))],
  ['a mention without label', doc(p({ type: 'mention', attrs: { id: 'u1', label: null } }))],
  ['a mention whose label breaks the line', doc(p({ type: 'mention', attrs: { id: 'u1', label: 'a\nb' } }))],
  ['13 levels', doc(nested(13))],
  ['20,001 characters', doc(p(text('a'.repeat(20_001))))],
  ['6,000 paragraphs', doc(...Array.from({ length: 6000 }, () => p(text('a'))))],
];

describe('comment schema', () => {
  test.each(refused)('refuses %s', (_name, value) => {
    expect(() => parseComment(value)).toThrow(CommentError);
  });

  test('refuses ten thousand levels without exhausting the stack', () => {
    let block: unknown = p(text('a'));
    for (let level = 0; level < 10_000; level++) block = { type: 'blockquote', content: [block] };
    expect(() => parseComment(doc(block))).toThrow('nested too deeply');
  });

  test('accepts 12 levels and 20,000 characters', () => {
    expect(commentToText(parseComment(doc(nested(11))))).toBe('a');
    expect(commentToText(parseComment(doc(p(text('a'.repeat(20_000))))))).toHaveLength(20_000);
  });
});

const normalised: [name: string, input: unknown[], output: unknown[]][] = [
  ['empty blocks go', [p(), bullets(item(p())), { type: 'codeBlock' }, p(text('a'))], [p(text('a'))]],
  ['a comment of nothing is one empty paragraph', [p(), { type: 'paragraph' }], [{ type: 'paragraph' }]],
  [
    "Tiptap's own attributes go",
    [
      p(
        text('a', {
          type: 'link',
          attrs: { href: 'http://a.b', target: '_blank', rel: 'x', class: null, title: null },
        }),
      ),
      { type: 'orderedList', attrs: { start: 2, type: null }, content: [item(p(text('b')))] },
      p({ type: 'mention', attrs: { id: 'u1', label: 'Ann', mentionSuggestionChar: '@' } }),
    ],
    [
      p(text('a', link('http://a.b'))),
      { type: 'orderedList', attrs: { start: 2 }, content: [item(p(text('b')))] },
      p({ type: 'mention', attrs: { id: 'u1', label: 'Ann' } }),
    ],
  ],
  ['text becomes canonical', [p(text('e\u0301\0\t \ud800x'))], [p(text('é x'))]],
  ['white space leaves the edges', [p(text('  a ', bold), text(' b '))], [p(text('a', bold), text(' b'))]],
  [
    'breaks at the edges go, and white space around inner ones',
    [
      p({ type: 'hardBreak' }, text('a '), { type: 'hardBreak', marks: [bold] }, text(' b'), {
        type: 'hardBreak',
      }),
    ],
    [p(text('a'), { type: 'hardBreak' }, text('b'))],
  ],
  [
    'neighbours with equal marks join',
    [p(text('a', bold), text('b', bold), text('c'))],
    [p(text('ab', bold), text('c'))],
  ],
  [
    'neighbouring lists join',
    [bullets(item(p(text('a')))), bullets(item(p(text('b'))))],
    [bullets(item(p(text('a'))), item(p(text('b'))))],
  ],
  ['code stands alone', [p(text('a', bold, { type: 'code' }))], [p(text('a', { type: 'code' }))]],
  [
    'a link is worth more than code',
    [p(text('a', { type: 'code' }, link('http://a.b')))],
    [p(text('a', link('http://a.b')))],
  ],
  [
    'list items begin with a paragraph',
    [bullets(item(nested(1)))],
    [bullets(item({ type: 'paragraph' }, nested(1)))],
  ],
];

describe('normal comments', () => {
  test.each(normalised)('%s', (_name, input, output) => {
    const comment = parseComment(doc(...input));
    expect(comment).toEqual(doc(...output));
    expect(parseComment(structuredClone(comment))).toEqual(comment);
  });

  test('the text has mentions, breaks and a line for each block', () => {
    const comment = parseComment(
      doc(
        p(
          { type: 'mention', attrs: { id: 'u1', label: 'Ann Lee' } },
          text(' see'),
          { type: 'hardBreak' },
          text('this'),
        ),
        bullets(item(p(text('one'))), item(p(text('two')))),
        { type: 'codeBlock', attrs: { language: 'js' }, content: [text('x\ny')] },
      ),
    );
    expect(commentToText(comment)).toBe('@Ann Lee see\nthis\none\ntwo\nx\ny');
    expect(isEmptyComment(comment)).toBe(false);
    expect(isEmptyComment(parseComment(doc(p(text(' ')))))).toBe(true);
  });
});
