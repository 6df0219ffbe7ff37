import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { DocumentError, isDeeperThan, parseDocument } from './document-schema';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: unknown, ...marks: unknown[]) =>
  marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
const reference = { type: 'footnoteReference', attrs: { id: '1' } };
const link = (href: string) => ({ type: 'link', attrs: { href } });
const footnotes = (...ids: string[]) => ({
  type: 'footnotes',
  content: ids.map((id) => ({
    type: 'footnote',
    attrs: { id, label: id },
    content: [paragraph(text('note'))],
  })),
});

const refused: [name: string, value: unknown, message: RegExp][] = [
  ['nothing', undefined, /root/],
  ['a fragment', paragraph(text('a')), /root|type/],
  ['an empty document', doc(), /content/],
  ['an unknown node', doc({ type: 'iframe' }), /content\.0/],
  ['an unknown mark', doc(paragraph(text('a', { type: 'underline' }))), /marks\.0/],
  ['an unknown attribute', doc({ ...paragraph(text('a')), attrs: { style: 'color:red' } }), /attrs/],
  [
    'an own __proto__ key',
    JSON.parse('{"type":"doc","content":[{"type":"horizontalRule","__proto__":{"x":1}}]}'),
    /__proto__/,
  ],
  ['an empty paragraph', doc(paragraph()), /empty/],
  ['an empty text node', doc(paragraph(text(''))), /content\.0\.content\.0\.text/],
  ['text that is not a string', doc(paragraph(text(7))), /text/],
  ['a line end in a paragraph', doc(paragraph(text('a\nb'))), /line end/],
  ['text that is not composed', doc(paragraph(text('e\u0301'))), /canonical/],
  ['a NUL', doc(paragraph(text('a\0'))), /canonical/],
  ['a lone surrogate', doc(paragraph(text('\ud800'))), /canonical/],
  ['heading level 7', doc({ type: 'heading', attrs: { level: 7 }, content: [text('a')] }), /level/],
  ['a script link', doc(paragraph(text('a', link('javascript:alert(1)')))), /http/],
  ['a script link behind a tab', doc(paragraph(text('a', link('jAvA\tscript:alert(1)')))), /http/],
  ['a data link', doc(paragraph(text('a', link('data:text/html,x')))), /http/],
  ['a mark twice', doc(paragraph(text('a', { type: 'bold' }, { type: 'bold' }))), /twice/],
  [
    'a link on a footnote reference',
    doc(paragraph(text('a', link('http://a.b'), reference)), footnotes('1')),
    /same text/,
  ],
  ['a reference without a footnote', doc(paragraph(text('a', reference))), /footnote 1 is missing/],
  ['footnotes before the end', doc(footnotes('1'), paragraph(text('a'))), /last/],
  ['two footnotes with one id', doc(paragraph(text('a')), footnotes('1', '1')), /share/],
  ['a footnote id that breaks out', doc(paragraph(text('a')), footnotes('"><img>')), /id/],
  [
    'a language that breaks out',
    doc({ type: 'codeBlock', attrs: { language: 'x y' }, content: [text('a')] }),
    /language/,
  ],
  ['a bare list item', doc({ type: 'listItem', content: [paragraph(text('a'))] }), /content\.0/],
];

describe('essay document schema', () => {
  test.each(refused)('refuses %s and says where', (_name, value, message) => {
    expect(() => parseDocument(value)).toThrow(DocumentError);
    expect(() => parseDocument(value)).toThrow(message);
  });

  test('accepts every document of the types, unchanged', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(parseDocument(structuredClone(document))).toEqual(document);
      }),
    );
  });

  test('refuses ten thousand levels without exhausting the stack', () => {
    let block: unknown = paragraph(text('a'));
    for (let level = 0; level < 10_000; level++) block = { type: 'blockquote', content: [block] };
    expect(() => parseDocument(doc(block))).toThrow('nested too deeply');
  });

  test.each([
    [{}, 0, false],
    [{ a: [] }, 0, true],
    [{ a: [] }, 1, false],
    [[[[1]]], 2, true],
    ['text', 0, false],
  ])('%j is deeper than %i: %s', (value, limit, expected) => {
    expect(isDeeperThan(value, limit)).toBe(expected);
  });
});
