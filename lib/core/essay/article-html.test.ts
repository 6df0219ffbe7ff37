import fc from 'fast-check';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { articleHtml } from './article-html';
import type { EssayDocument, Inline } from './document';
import { blocks, plainText } from './plain-text';
import type { Segment } from './segment';

const parser = unified().use(rehypeParse, { fragment: true });
const parse = (html: string): Root => parser.parse(html);

function elements(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child as Nodes)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => textContent(child as Nodes)).join('') : '';
}

const paragraph = (...content: Inline[]): EssayDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});
const text = (value: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline =>
  marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
const link = { type: 'link', attrs: { href: 'https://example.org/?a=1&b="2"' } } as const;
const segment = (start: number, end: number, ...ids: string[]): Segment => ({
  start,
  end,
  slot: 1,
  depth: 1,
  refs: ids.map((id) => ({ id, slot: 1, label: `Claim ${id}` })),
});
const ref = (id: string, slot = 1) => `<a class="ref k${slot}" href="#a-${id}" aria-label="Claim ${id}"></a>`;
const isLink = (child: ElementContent) => child.type === 'element' && child.tagName === 'a';
const hl = (start: number, inner: string) => `<mark class="hl k1 d1" data-s="${start}">${inner}</mark>`;
const p = (inner: string) => `<div class="part"><p id="b-0" data-start="0" dir="auto">${inner}</p></div>`;
const a = (inner: string) =>
  `<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noopener nofollow ugc">${inner}</a>`;

const inlineCases: [name: string, document: EssayDocument, segments: Segment[], html: string][] = [
  ['text is escaped', paragraph(text('<b> & "c"')), [], p('&lt;b&gt; &amp; &quot;c&quot;')],
  [
    'marks that neighbours share stay open',
    paragraph(text('a', { type: 'bold' }), text('b', { type: 'italic' }, { type: 'bold' })),
    [],
    p('<strong>a<em>b</em></strong>'),
  ],
  [
    'a link is one element whatever it contains',
    paragraph(text('a', { type: 'bold' }, link), text('b', link), text('c')),
    [],
    p(`${a('<strong>a</strong>b')}c`),
  ],
  [
    'a highlight is split by inner marks and each piece names its first character',
    paragraph(text('abc'), text('def', { type: 'italic' })),
    [segment(1, 5, 'x')],
    p(`a${hl(1, `${ref('x')}bc`)}<em>${hl(3, 'de')}f</em>`),
  ],
  [
    'two annotations that begin together have two links',
    paragraph(text('abc')),
    [segment(0, 2, 'x', 'y'), segment(2, 3)],
    p(`${hl(0, `${ref('x')}${ref('y')}ab`)}${hl(2, 'c')}`),
  ],
  [
    'an annotation that begins inside a link has its own link before it',
    paragraph(text('see '), text('the source', link)),
    [segment(8, 14, 'x')],
    p(`see ${ref('x')}${a(`the ${hl(8, 'source')}`)}`),
  ],
  [
    'an annotation that begins on a line break keeps its link',
    paragraph(text('a'), { type: 'hardBreak' }, text('b')),
    [segment(1, 2, 'x'), segment(2, 3, 'y')],
    p(`a<br>${hl(2, `${ref('x')}${ref('y')}b`)}`),
  ],
  [
    'names of annotations are escaped',
    paragraph(text('a')),
    [segment(0, 1, '"><img>')],
    p(`${hl(0, `${ref('&quot;&gt;&lt;img&gt;')}a`)}`),
  ],
];

describe('article HTML: inline', () => {
  test.each(inlineCases)('%s', (_name, document, segments, html) => {
    expect(articleHtml(document, segments)).toBe(html);
  });
});

describe('article HTML: blocks', () => {
  test('headings have a readable fragment, once each, and never a bare name', () => {
    const heading = (value: string): EssayDocument['content'][0] => ({
      type: 'heading',
      attrs: { level: 2 },
      content: [text(value)],
    });
    const html = articleHtml({
      type: 'doc',
      content: [heading('Final thoughts'), heading('Final Thoughts!'), heading('…')],
    });
    expect(elements(parse(html)).flatMap((e) => e.properties.id ?? [])).toEqual([
      'h-final-thoughts',
      'b-0',
      'h-final-thoughts--2',
      'b-1',
      'h-section',
      'b-2',
    ]);
  });

  test('lists start where they say, code keeps its lines and language', () => {
    const html = articleHtml({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('c')] }] }],
        },
        { type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text: '\nif (a < b)\n' }] },
      ],
    });
    expect(html).toContain(
      '<ol dir="auto" start="3"><li><p id="b-0" data-start="0">c</p></li></ol>' +
        '<pre id="b-1" data-start="3" dir="ltr" tabindex="0"><code class="language-js">\nif (a &lt; b)\n</code></pre>',
    );
  });

  test('a table scrolls in a named box that the keyboard reaches, and its first row of headers is its head', () => {
    const cell = (type: 'tableCell' | 'tableHeader', value?: string) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: value === undefined ? [] : [{ type: 'paragraph' as const, content: [text(value)] }],
    });
    const html = articleHtml({
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cell('tableHeader', 'h')] },
            { type: 'tableRow', content: [{ ...cell('tableCell'), attrs: { colspan: 2, rowspan: 3 } }] },
          ],
        },
      ],
    });
    expect(html).toContain(
      '<div class="table" role="region" tabindex="0" aria-label="Table 1"><table>' +
        '<thead><tr><th scope="col" dir="auto"><p id="b-0" data-start="0">h</p></th></tr></thead>' +
        '<tbody><tr><td colspan="2" rowspan="3" dir="auto"></td></tr></tbody></table></div>',
    );
  });

  test('references and footnotes lead to each other, and the way back is outside of the text', () => {
    const reference = { type: 'footnoteReference', attrs: { id: '1' } } as const;
    const html = articleHtml({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [text('a'), text('[5]', reference), text('b'), text('[5]', reference)],
        },
        {
          type: 'footnotes',
          content: [
            {
              type: 'footnote',
              attrs: { id: '1', label: '5' },
              content: [{ type: 'paragraph', content: [text('note')] }],
            },
            {
              type: 'footnote',
              attrs: { id: '2', label: '6' },
              content: [{ type: 'paragraph', content: [text('lone')] }],
            },
          ],
        },
      ],
    });
    const byId = new Map(elements(parse(html)).map((e) => [e.properties.id, e]));
    expect(byId.get('fnref-1')?.properties.href).toBe('#fn-1');
    expect(byId.get('fnref-1--2')?.properties.href).toBe('#fn-1');
    expect(html).toContain(
      '<a class="fnback" href="#fnref-1" role="doc-backlink" aria-label="Back to reference 5">5</a>',
    );
    expect(html).toContain('<span class="fnback">6</span>');
    expect(textContent(byId.get('b-1')!)).toBe('note');
  });
});

/** Sorted segments without overlap, somewhere on a text of this length. */
const arbitrarySegments = (length: number): fc.Arbitrary<Segment[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 24 }).map((edges) => {
    const sorted = edges.sort((x, y) => x - y);
    return sorted.slice(1).flatMap((end, i) => (i % 3 === 2 ? [] : [segment(sorted[i]!, end, `r${i}`)]));
  });

const documentWithSegments = arbitraryDocument().chain((document) =>
  fc.tuple(fc.constant(document), arbitrarySegments(plainText(document).length)),
);

describe('article HTML: for any document and any segments', () => {
  test('each textblock element holds its part of the canonical text exactly', () => {
    fc.assert(
      fc.property(documentWithSegments, ([document, segments]) => {
        const found = elements(parse(articleHtml(document, segments))).filter(
          (e) => e.properties.dataStart !== undefined,
        );
        expect(found.map((e) => [e.properties.id, Number(e.properties.dataStart), textContent(e)])).toEqual(
          blocks(document).map((place) => [`b-${place.ordinal}`, place.start, place.text]),
        );
      }),
    );
  });

  test('the marks hold exactly the covered text, with one link for each annotation that has any', () => {
    fc.assert(
      fc.property(documentWithSegments, ([document, segments]) => {
        const all = elements(parse(articleHtml(document, segments)));
        const marked = all.filter((e) => e.tagName === 'mark');
        const canonical = plainText(document);
        const covered = segments
          .map((s) => canonical.slice(s.start, s.end))
          .join('')
          .replaceAll('\n', '');
        const shown = marked.map((e) => textContent(e)).join('');
        expect(shown.replaceAll('\n', '')).toBe(covered);
        expect(marked.every((e) => e.children.at(-1)?.type === 'text')).toBe(true);
        expect(marked.flatMap((e) => e.children.slice(0, -1)).every(isLink)).toBe(true);
        const links = all.flatMap(({ properties: { href } }) =>
          `${href}`.startsWith('#a-') ? `${href}`.slice(3) : [],
        );
        const lastDrawn = Number(marked.at(-1)?.properties.dataS ?? -1);
        const drawn = segments.findIndex((s) => s.start <= lastDrawn && lastDrawn < s.end);
        expect(links).toEqual(segments.slice(0, drawn + 1).flatMap((s) => s.refs.map(({ id }) => id)));
      }),
    );
  });
});
