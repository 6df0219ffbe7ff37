// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HighlightRange } from '@/lib/core/anchoring/segments';
import { createPainter } from './painter';
import { textOffsets } from './text-offsets';

const range = (id: string, start: number, end: number, slot = 1, label = `Claim ${id}`): HighlightRange => ({
  id,
  start,
  end,
  slot,
  label,
});

function show(html: string, painted: HighlightRange[] = []) {
  document.body.innerHTML = `<article>${html}</article>`;
  const offsets = textOffsets(document.querySelector('article')!);
  return { article: offsets.article, offsets, painter: createPainter(offsets, painted) };
}

const paragraphs = '<p data-start="0">The cat sat.</p><p data-start="14">A <em>dog</em> ran.</p>';
const ref = (id: string, slot = 1) => `<a class="ref k${slot}" href="#a-${id}" aria-label="Claim ${id}"></a>`;
const hl = (start: number, text: string, looks = 'k1 d1') =>
  `<mark class="hl ${looks}" data-s="${start}">${text}</mark>`;

afterEach(() => vi.restoreAllMocks());

describe('paint', () => {
  test('wraps the text and puts a link at its beginning', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 7)]);
    expect(article.firstElementChild!.innerHTML).toBe(`The ${hl(4, `${ref('a')}cat`)} sat.`);
  });

  test('crosses blocks and inner marks, with one link', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 8, 18)]);
    expect(article.innerHTML).toBe(
      `<p data-start="0">The cat ${hl(8, `${ref('a')}sat.`)}</p>` +
        `<p data-start="14">${hl(14, 'A ')}<em>${hl(16, 'do')}g</em> ran.</p>`,
    );
  });

  test.each([
    ['a line break', '<p data-start="0">One<br>two</p>', [3, 6], `One<br>${hl(4, `${ref('a')}tw`)}o`],
    [
      'the gap between blocks',
      '<p data-start="0">One</p><p data-start="5">Two</p>',
      [4, 7],
      `${hl(5, `${ref('a')}Tw`)}o`,
    ],
    [
      'the line break at the end of a block',
      '<p data-start="0">One<br></p><p data-start="6">Two</p>',
      [3, 8],
      `${hl(6, `${ref('a')}Tw`)}o`,
    ],
    [
      'a block of nothing but a line break',
      '<p data-start="0">One</p><p data-start="5"><br></p><p data-start="8">Two</p>',
      [5, 10],
      `${hl(8, `${ref('a')}Tw`)}o`,
    ],
  ] as const)(
    'the link of what begins with %s stands in the first mark',
    (_name, html, [start, end], painted) => {
      const { article, painter } = show(html);
      painter.paint([range('a', start, end)]);
      expect(article.lastElementChild!.innerHTML).toBe(painted);
    },
  );

  test('takes away what is gone, to the letter', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 0, 18), range('b', 2, 5)]);
    painter.paint([]);
    expect(article.innerHTML).toBe(paragraphs);
    expect(article.firstElementChild!.childNodes).toHaveLength(1);
  });

  test('does not touch server HTML that already shows the ranges', () => {
    const html = `<p data-start="0">The ${hl(4, `${ref('a')}cat`)} sat.</p>`;
    const { article, painter } = show(html, [range('a', 4, 7)]);
    const mark = article.querySelector('mark');
    painter.paint([range('a', 4, 7)]);
    expect(article.querySelector('mark')).toBe(mark);
  });

  test('touches only the blocks that change', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 7)]);
    const mark = article.querySelector('mark');
    painter.paint([range('a', 4, 7), range('b', 14, 15)]);
    expect(article.querySelector('mark')).toBe(mark);
    expect(article.querySelectorAll('mark')).toHaveLength(2);
  });

  test('a new label alone is set in place', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 7)]);
    const mark = article.querySelector('mark');
    painter.paint([range('a', 4, 7, 1, 'Claim a, 1 reply')]);
    expect(article.querySelector('mark')).toBe(mark);
    expect(article.querySelector('a')!.getAttribute('aria-label')).toBe('Claim a, 1 reply');
  });

  test('a new label reaches a link that stands in a later block than its annotation begins', () => {
    const { article, painter } = show('<p data-start="0">One<br></p><p data-start="6">Two</p>');
    painter.paint([range('a', 3, 8)]);
    painter.paint([range('a', 3, 8, 1, 'Claim a, 1 reply')]);
    expect(article.querySelector('a')!.getAttribute('aria-label')).toBe('Claim a, 1 reply');
  });

  test('a new colour repaints', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 7)]);
    painter.paint([range('a', 4, 7, 3)]);
    expect(article.querySelector('mark')!.className).toBe('hl k3 d1');
  });

  test('leaves far blocks for later, and finishes on demand', () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const top = this.matches('[data-start="14"]') ? 9_000 : 0;
      return { top, bottom: top + 20 } as DOMRect;
    });
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 18)]);
    expect(article.querySelectorAll('mark')).toHaveLength(1);
    painter.finish();
    expect(article.querySelectorAll('mark')).toHaveLength(3);
  });

  test('far blocks follow by themselves', async () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({
      top: 9_000,
      bottom: 9_020,
    } as DOMRect);
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 18)]);
    expect(article.querySelectorAll('mark')).toHaveLength(0);
    await vi.waitFor(() => expect(article.querySelectorAll('mark')).toHaveLength(3));
  });
});

describe('a repaint under the reader keeps', () => {
  test.each([
    ['forwards', 1, 9],
    ['backwards', 9, 1],
  ])('a selection made %s', (_name, from, to) => {
    const { article, offsets, painter } = show(paragraphs);
    const text = article.querySelector('p')!.firstChild!;
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(text, from, text, to);
    painter.paint([range('a', 4, 7)]);
    expect(selection.toString()).toBe('he cat s');
    expect(offsets.offsetAt(selection.anchorNode!, selection.anchorOffset)).toBe(from);
    expect(offsets.offsetAt(selection.focusNode!, selection.focusOffset)).toBe(to);
  });

  test('a selection that reaches beyond the block', () => {
    const { article, painter } = show(paragraphs);
    const [first, second] = article.querySelectorAll('p');
    document.getSelection()!.setBaseAndExtent(first!.firstChild!, 8, second!, 1);
    painter.paint([range('a', 4, 10)]);
    expect(document.getSelection()!.toString()).toBe('sat.A ');
  });

  test('a selection beyond the article', () => {
    const { article, painter } = show(paragraphs);
    document.body.append('after');
    document
      .getSelection()!
      .setBaseAndExtent(article.querySelectorAll('p')[1]!.lastChild!, 1, document.body.lastChild!, 3);
    painter.paint([range('a', 14, 22)]);
    expect(document.getSelection()!.toString()).toBe('ran.aft');
  });

  test('the focus on a link of the text', () => {
    const { article, painter } = show('<p data-start="0">The <a href="#x">cat</a> sat.</p>');
    article.querySelector('a')!.focus();
    painter.paint([range('a', 4, 7)]);
    expect(document.activeElement!.textContent).toBe('cat');
  });

  test('the focus on an annotation', () => {
    const { article, painter } = show(paragraphs);
    painter.paint([range('a', 4, 7)]);
    article.querySelector('a')!.focus();
    painter.paint([range('a', 4, 7), range('b', 5, 9)]);
    expect(document.activeElement!.getAttribute('href')).toBe('#a-a');
  });
});
