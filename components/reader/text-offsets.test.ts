// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '@/lib/core/essay/arbitrary-document';
import { articleHtml } from '@/lib/core/essay/article-html';
import { plainText } from '@/lib/core/essay/plain-text';
import { textNodes, textOffsets } from './text-offsets';

function show(html: string) {
  document.body.innerHTML = `<header>Title</header><article>${html}</article><footer>End</footer>`;
  return textOffsets(document.querySelector('article')!);
}

/** Finds the "|" in the HTML, takes it out and says where in the DOM it stood. */
function showWithCaret(html: string): {
  offsets: ReturnType<typeof textOffsets>;
  node: Node;
  offset: number;
} {
  const offsets = show(html);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const offset = text.data.indexOf('|');
    if (offset < 0) continue;
    text.deleteData(offset, 1);
    if (text.length) return { offsets, node: text, offset };
    const parent = text.parentNode!;
    const at = [...parent.childNodes].indexOf(text);
    text.remove();
    return { offsets, node: parent, offset: at };
  }
  throw new Error('no caret');
}

describe('the offset of a DOM place', () => {
  test.each([
    ['in plain text', '<p data-start="0">The c|at.</p>', 5],
    ['at the start of a block', '<p data-start="0">One</p><p data-start="5">|Two</p>', 5],
    ['at the end of a block', '<p data-start="0">One|</p><p data-start="5">Two</p>', 3],
    ['after an inner mark', '<p data-start="10">a <em>dog</em> r|an</p>', 17],
    ['inside a highlight', '<p data-start="10">a <mark class="hl" data-s="12">do|g</mark></p>', 14],
    ['after an empty link', '<p data-start="0">The <a class="ref" href="#a"></a><mark>c|at</mark></p>', 5],
    ['after a line break', '<p data-start="0">One<br>T|wo</p>', 5],
    ['between two line breaks', '<p data-start="0">One<br>|<br>Two</p>', 4],
    ['before a line break', '<p data-start="0">One|<br>Two</p>', 3],
    ['in a footnote mark', '<p data-start="0">So<a class="fnref" href="#fn-1">[|1]</a>.</p>', 3],
    ['in Hebrew, logically', '<p data-start="0" dir="rtl">שלו|ם</p>', 3],
    ['after an emoji', '<p data-start="0">🐈|x</p>', 2],
    [
      'in a list marker: nowhere',
      '<ol><li><span class="fnback">1|</span><p data-start="0">One</p></li></ol>',
      null,
    ],
    ['between blocks: nowhere', '<p data-start="0">One</p>|<p data-start="5">Two</p>', null],
  ])('%s', (_name, html, expected) => {
    const { offsets, node, offset } = showWithCaret(html);
    expect(offsets.offsetAt(node, offset)).toBe(expected);
  });

  test('outside of the article: nowhere', () => {
    const offsets = show('<p data-start="0">One</p>');
    expect(offsets.offsetAt(document.querySelector('header')!.firstChild!, 2)).toBeNull();
  });
});

describe('the range of a selection', () => {
  const html =
    '<p data-start="0">One</p><ul><li><p data-start="5">Two</p></li><li><p data-start="10">Three</p></li></ul>';
  const node = (selector: string) => document.querySelector(selector)!;
  test.each<[string, () => [Node, number, Node, number], { start: number; end: number } | null]>([
    ['across blocks', () => [node('p').firstChild!, 1, node('ul p').firstChild!, 2], { start: 1, end: 7 }],
    [
      'a triple click that ends in the next block',
      () => [node('p'), 0, node('ul p'), 0],
      { start: 0, end: 5 },
    ],
    ['from and to the list around', () => [node('ul'), 0, node('ul'), 1], { start: 5, end: 8 }],
    ['the whole article', () => [node('article'), 0, node('article'), 2], { start: 0, end: 15 }],
    ['from the header to the footer', () => [node('header'), 0, node('footer'), 1], { start: 0, end: 15 }],
    [
      'from the header into the text',
      () => [node('header').firstChild!, 2, node('p').firstChild!, 2],
      { start: 0, end: 2 },
    ],
    ['the header alone', () => [node('header').firstChild!, 0, node('header').firstChild!, 3], null],
    ['the footer alone', () => [node('footer').firstChild!, 0, node('footer').firstChild!, 3], null],
    ['a caret', () => [node('p').firstChild!, 2, node('p').firstChild!, 2], null],
    ['between two blocks', () => [node('article'), 1, node('ul'), 0], null],
  ])('%s', (_name, ends, expected) => {
    const offsets = show(html);
    const range = document.createRange();
    const [startNode, startOffset, endNode, endOffset] = ends();
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    expect(offsets.rangeOf(range)).toEqual(expected);
  });
});

describe('a DOM range', () => {
  test('begins in the later and ends in the earlier of two text nodes', () => {
    const offsets = show('<p data-start="0">One <em>two</em> three</p>');
    const range = offsets.domRange({ start: 4, end: 7 });
    expect(range.startContainer).toBe(document.querySelector('em')!.firstChild);
    expect(range.endContainer).toBe(document.querySelector('em')!.firstChild);
    expect(range.toString()).toBe('two');
  });

  test('is a caret for an empty range, also where a block begins', () => {
    const offsets = show('<p data-start="0">One</p><p data-start="5">Two</p>');
    const range = offsets.domRange({ start: 5, end: 5 });
    expect(range.collapsed).toBe(true);
    expect(offsets.offsetAt(range.startContainer, range.startOffset)).toBe(5);
  });
});

const essays = arbitraryDocument().map((essay) => ({ html: articleHtml(essay), text: plainText(essay) }));

test('the text nodes of all blocks spell the canonical text', () => {
  fc.assert(
    fc.property(essays, ({ html, text }) => {
      for (const { node, start } of show(html).blocks.flatMap((block) => textNodes(block)))
        expect(node.data).toBe(text.slice(start, start + node.length));
    }),
  );
});

test('range to DOM and back is the same range, in any document', () => {
  fc.assert(
    fc.property(essays, fc.nat(), fc.nat(), ({ html, text }, one, other) => {
      const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number];
      // Line breaks have no characters to stand on: a stored range never begins or ends with one.
      fc.pre(end > start && text[start] !== '\n' && text[end - 1] !== '\n');
      const offsets = show(html);
      expect(offsets.rangeOf(offsets.domRange({ start, end }))).toEqual({ start, end });
    }),
  );
});
