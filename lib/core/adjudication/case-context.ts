import type { Span } from '@/lib/core/agreement/marks';
import { segmentsOf } from '@/lib/core/agreement/tokens';
import { codePoints } from '@/lib/core/anchoring/code-points';

/** A textblock, or a part of one: `start` and all spans here are Unicode code points, as on the wire. */
export interface ContextBlock {
  start: number;
  text: string;
}

const endOf = ({ start, text }: ContextBlock) => start + codePoints(text).length;

/** The part of a block from one code point to another. */
function part({ start, text }: ContextBlock, from: number, to: number): ContextBlock {
  const { toUtf16 } = codePoints(text);
  const begin = Math.max(from, start);
  return { start: begin, text: text.slice(toUtf16(begin - start), toUtf16(Math.max(to - start, 0))) };
}

export interface Context {
  blocks: ContextBlock[];
  /** Words of the same blocks are left out there. */
  before: boolean;
  after: boolean;
}

/** The blocks that a passage stands in, with so many code points around it at least, up to whole words. */
export function contextOf(all: readonly ContextBlock[], { start, end }: Span, around: number): Context {
  const touched = all.filter((block) => block.start < end && endOf(block) > start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return { blocks: [], before: false, after: false };
  const from = first.start + wordBefore(first.text, start - around - first.start);
  const to = last.start + wordAfter(last.text, end + around - last.start);
  return {
    blocks: touched.map((block) => part(block, from, to)),
    before: from > first.start,
    after: to < endOf(last),
  };
}

function wordBefore(text: string, point: number): number {
  if (point <= 0) return 0;
  const points = codePoints(text);
  const space = text.lastIndexOf(' ', points.toUtf16(point));
  return space < 0 ? 0 : points.fromUtf16(space + 1);
}

function wordAfter(text: string, point: number): number {
  const points = codePoints(text);
  if (point >= points.length) return points.length;
  const space = text.indexOf(' ', points.toUtf16(point));
  return space < 0 ? points.length : points.fromUtf16(space);
}

/** A stretch over which the same of the spans lie; `over`: their places in the list. */
export interface Piece {
  start: number;
  text: string;
  over: number[];
}

/** A block cut at the edges of spans. */
export function piecesOf(block: ContextBlock, spans: readonly Span[]): Piece[] {
  const end = endOf(block);
  const edges = spans.flatMap(({ start, end }) => [start, end]).filter((at) => at > block.start && at < end);
  const cuts = [block.start, ...[...new Set(edges)].sort((a, b) => a - b), end];
  return cuts.slice(0, -1).flatMap((start, i) => {
    const piece = part(block, start, cuts[i + 1]!);
    const over = spans.flatMap((span, n) => (span.start <= start && span.end > start ? [n] : []));
    return piece.text === '' ? [] : [{ ...piece, over }];
  });
}

/** The words of a passage, blocks apart by " ¶ "; cut in the middle when it is longer than `most` code units. */
export function quoteOf(blocks: readonly ContextBlock[], { start, end }: Span, most: number): string {
  const words = blocks
    .filter((block) => block.start < end && endOf(block) > start)
    .map((block) => part(block, start, end).text)
    .join(' ¶ ');
  if (words.length <= most) return words;
  const half = Math.floor(most / 2);
  const [head, tail] = [words.slice(0, half), words.slice(-half)];
  return `${head.replace(/\s+\S*$/u, '')} … ${tail.replace(/^\S*\s+/u, '')}`.toWellFormed();
}

/** Words farther away than so many code points nobody moves a bound to, and to find all takes long in a long block. */
const reach = 2_000;

/** The spans of words and signs around a passage, in the language of the text. */
export function wordsAround(all: readonly ContextBlock[], passage: Span, language: string): Span[] {
  return contextOf(all, passage, reach).blocks.flatMap(({ start, text }) => {
    const { fromUtf16 } = codePoints(text);
    return [...segmentsOf(text, language, 'word')].map((word) => ({
      start: start + fromUtf16(word.start),
      end: start + fromUtf16(word.end),
    }));
  });
}

/** One bound of a passage moved by one word; the same passage where that would leave no word in it, or the text. */
export function movedByWord<Passage extends Span>(
  passage: Passage,
  words: readonly Span[],
  { bound, by }: { bound: 'start' | 'end'; by: -1 | 1 },
): Passage {
  const places = words.map((word) => word[bound]);
  const at = passage[bound];
  const moved = by > 0 ? places.find((place) => place > at) : places.findLast((place) => place < at);
  if (moved === undefined) return passage;
  const next = { ...passage, [bound]: moved };
  return next.start < next.end ? next : passage;
}
