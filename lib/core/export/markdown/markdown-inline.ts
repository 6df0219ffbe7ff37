import type { Inline, TextNode } from '@/lib/core/essay/document';
import type { LineMark } from '@/lib/core/essay/mark-nesting';
import { type LinePlace, lineMarkdown } from './markdown-line';
import { addressesIn, type Stretch } from './markdown-text';
import { LineTokens } from './markdown-tokens';

/** Where the writer stands. One pen walks the whole document, so the work grows with text and annotations together. */
export interface MarkdownPen {
  /** UTF-16 offset in the canonical text of the next character to write. */
  offset: number;
  /** What somebody marked: in order, apart from each other. */
  readonly marked: readonly Stretch[];
  /** Where the signs of notes stand, ascending. */
  readonly places: readonly number[];
  /** How many of them have been written. */
  written: number;
}

/** Inline content as Markdown, with what was marked in it. Moves the pen past it. */
export function inlineMarkdown(content: readonly Inline[], pen: MarkdownPen, place: LinePlace): string {
  const line = new LineTokens();
  for (const inline of content) {
    if (inline.type === 'text') writeText(inline, line, pen);
    else {
      line.setMarks([]);
      line.sign(signsUpTo(pen.offset, pen));
      line.lineBreak();
      pen.offset += 1;
    }
  }
  line.setMarks([]);
  line.sign(signsUpTo(pen.offset, pen));
  return lineMarkdown(line.tokens, place);
}

/** The signs of notes that are to stand by there, one after another. */
export function signsUpTo(offset: number, pen: MarkdownPen, standing = (place: number) => place): string {
  let signs = '';
  while (pen.written < pen.places.length && standing(pen.places[pen.written]!) <= offset) {
    pen.written += 1;
    signs += `[^${pen.written}]`;
  }
  return signs;
}

const highlight: LineMark = { type: 'highlight' };

/** Cuts text where marking begins or ends and where signs stand, which they do behind addresses and links. */
function writeText({ text, marks = [] }: TextNode, line: LineTokens, pen: MarkdownPen): void {
  const start = pen.offset;
  const end = start + text.length;
  const isPlain = !marks.some(
    ({ type }) => type === 'link' || type === 'footnoteReference' || type === 'code',
  );
  const addresses = isPlain ? addressesIn(text, start) : [];
  const standing = (place: number): number => {
    const address = addresses[firstEndingAfter(addresses, place)];
    return address && address.start < place ? address.end : place;
  };
  while (pen.offset < end) {
    const from = pen.offset;
    const stretch = pen.marked[firstEndingAfter(pen.marked, from)];
    const isMarked = stretch !== undefined && stretch.start <= from;
    const on: readonly LineMark[] = isMarked ? [...marks, highlight] : marks;
    if (standing(pen.places[pen.written] ?? end) <= from) {
      line.closeTo(on);
      if (!line.isInLink) {
        line.closeTo(on.filter(({ type }) => type !== 'code'));
        line.sign(signsUpTo(from, pen, standing));
      }
    }
    line.setMarks(on);
    const place = standing(pen.places[pen.written] ?? end);
    const to = Math.min(
      end,
      stretch ? (isMarked ? stretch.end : stretch.start) : end,
      place > from ? place : end,
    );
    line.text(text.slice(from - start, to - start), within(addresses, from, to));
    pen.offset = to;
  }
}

/** Those that lie in there whole, counted from its beginning. */
function within(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let i = firstEndingAfter(stretches, from); i < stretches.length && stretches[i]!.end <= to; i++) {
    const { start, end } = stretches[i]!;
    if (start >= from) found.push({ start: start - from, end: end - from });
  }
  return found;
}

/** Index of the first of stretches that stand in order and apart. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
