import type { TextRange } from './selectors';

const graphemes = new Intl.Segmenter();

/**
 * A selection as it may be stored: without white space at its ends, and grown to whole grapheme clusters
 * (https://unicode.org/reports/tr29/), since half a family emoji or a lone accent is no passage.
 * Null when nothing but white space is left. Offsets are UTF-16 code units.
 */
export function snap(text: string, { start, end }: TextRange): TextRange | null {
  const selected = text.slice(start, end);
  if (!selected.trim()) return null;
  const first = start + selected.length - selected.trimStart().length;
  const last = start + selected.trimEnd().length - 1;
  return { start: unitAround(text, first, graphemes).start, end: unitAround(text, last, graphemes).end };
}

/**
 * The word or sentence that holds the character at `offset`; at the end of a line, its last one.
 * It never leaves the line, hence the block. Null where there is only white space.
 */
export function unitAt(
  text: string,
  offset: number,
  { granularity, locale }: { granularity: 'word' | 'sentence'; locale?: string },
): TextRange | null {
  const inLine = offset > 0 && (offset >= text.length || text[offset] === '\n') ? offset - 1 : offset;
  if (inLine >= text.length || text[inLine] === '\n') return null;
  return snap(text, unitAround(text, inLine, new Intl.Segmenter(locale, { granularity })));
}

/** The words in order, without what stands between them; in scripts without spaces, too. */
export function wordsIn(text: string, locale: string): TextRange[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  let start = 0;
  // Line by line: it takes time with more than the square of a text's length.
  return text.split('\n').flatMap((line) => {
    const found = [...segmenter.segment(line)].filter(({ isWordLike }) => isWordLike);
    const at = start;
    start += line.length + 1;
    return found.map(({ index, segment }) => ({ start: at + index, end: at + index + segment.length }));
  });
}

/** Every Unicode boundary rule breaks at a line feed, so a unit can be found within its line. */
function unitAround(text: string, offset: number, segmenter: Intl.Segmenter): TextRange {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const unit = segmenter.segment(line).containing(offset - lineStart)!;
  const start = lineStart + unit.index;
  return { start, end: start + unit.segment.length };
}
