// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snap } from '@/lib/core/anchoring/graphemes';
import { type HighlightRange, segments } from '@/lib/core/anchoring/segments';
import { arbitraryDocument } from '@/lib/core/essay/arbitrary-document';
import { articleHtml } from '@/lib/core/essay/article-html';
import type { EssayDocument, Inline } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';
import { createPainter } from './painter';
import { textOffsets } from './text-offsets';

/** Joins neighbours with equal marks, as ProseMirror does, since a browser's text nodes are joined too. */
function joined(inlines: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const same = last?.type === 'text' && inline.type === 'text' && alike(last) === alike(inline);
    if (same) out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}
const alike = (inline: Extract<Inline, { type: 'text' }>) =>
  JSON.stringify((inline.marks ?? []).map((one) => JSON.stringify(one)).sort());

function joinedDocument(document: EssayDocument): EssayDocument {
  return JSON.parse(JSON.stringify(document), (_key, value) =>
    ['paragraph', 'heading'].includes(value?.type) ? { ...value, content: joined(value.content) } : value,
  );
}

const scene = arbitraryDocument().chain((raw) => {
  const essay = joinedDocument(raw);
  const text = plainText(essay);
  const ranges = fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(40), fc.nat(4), fc.nat(2)), { maxLength: 12 })
    .map((list) =>
      list.flatMap(([from, length, slot, kind], i): HighlightRange[] => {
        // A third begins at a line break, where little text does.
        const start = kind === 0 ? Math.max(from, text.indexOf('\n', from)) : from;
        const end = Math.min(text.length, start + length);
        if (start >= end) return [];
        // Half of them as the reader selects, half as other programs may send; the server refuses mere white space.
        const words = snap(text, { start, end });
        const place = i % 2 ? words : words && { start, end };
        return place ? [{ ...place, id: `r${i}`, slot, label: `Claim r${i}` }] : [];
      }),
    );
  return fc.tuple(fc.constant(essay), ranges, ranges);
});

const parsed = (html: string) => {
  const article = document.createElement('article');
  article.innerHTML = html;
  return article;
};

test('any change ends in the DOM that the server would have sent', () => {
  fc.assert(
    fc.property(scene, ([essay, before, after]) => {
      const article = parsed(articleHtml(essay, segments(before)));
      const painter = createPainter(textOffsets(article), before);
      painter.paint(after);
      expect(article.innerHTML).toBe(parsed(articleHtml(essay, segments(after))).innerHTML);
      painter.paint(before);
      expect(article.innerHTML).toBe(parsed(articleHtml(essay, segments(before))).innerHTML);
    }),
  );
});
