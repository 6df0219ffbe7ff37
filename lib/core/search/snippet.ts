import type { FoundRange } from './found-words';

/** A piece of a text; `isFound`: it is what was asked for. */
export interface SnippetPart {
  text: string;
  isFound: boolean;
}

export interface Snippet {
  parts: SnippetPart[];
  /** Words of the text stand before it, or behind it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
  /** UTF-16 offset of its first character in the text. */
  start: number;
}

/** The stretch of at most about `length` UTF-16 code units that holds most of what was found, cut between words. */
export function snippetOf(text: string, found: readonly FoundRange[], length = 240): Snippet {
  const { start, end } = bestStretch(text, found, length);
  const parts: SnippetPart[] = [];
  let at = start;
  const add = (to: number, isFound: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to).replace(/\s+/g, ' '), isFound });
    at = Math.max(at, to);
  };
  for (const range of found) {
    if (range.end <= start || range.start >= end) continue;
    add(Math.min(range.start, end), false);
    add(Math.min(range.end, end), true);
  }
  add(end, false);
  return {
    parts,
    start,
    isCutBefore: text.slice(0, start).trim() !== '',
    isCutAfter: text.slice(end).trim() !== '',
  };
}

function bestStretch(text: string, found: readonly FoundRange[], length: number): FoundRange {
  if (text.length <= length) return { start: 0, end: text.length };
  let [best, most] = [0, 0];
  for (let first = 0, last = 0; first < found.length; first++) {
    while (last < found.length && found[last]!.end - found[first]!.start <= length) last++;
    if (last - first > most) [best, most] = [first, last - first];
  }
  const first = found[best]?.start ?? 0;
  const until = found[best + Math.max(0, most - 1)]?.end ?? 0;
  const before = Math.max(0, Math.min(first, Math.round((length - (until - first)) / 2)));
  const start = Math.max(0, Math.min(first - before, text.length - length));
  return { start: afterBreak(text, start, first), end: beforeBreak(text, start + length, until) };
}

const near = 24;

/** The next beginning of a word, unless it is far away: a text without spaces is cut between its characters. */
export function afterBreak(text: string, at: number, latest: number): number {
  if (at <= 0 || /\s/.test(text[at - 1]!)) return Math.max(0, at);
  const space = text.slice(at, Math.min(latest, at + near)).search(/\s/);
  return space < 0 ? wholeCharacter(text, Math.min(at, latest), 1) : at + space + 1;
}

export function beforeBreak(text: string, at: number, earliest: number): number {
  if (at >= text.length || /\s/.test(text[at]!)) return Math.min(at, text.length);
  const back = text.slice(Math.max(earliest, at - near), at);
  const space = back.search(/\s\S*$/);
  return space < 0 ? wholeCharacter(text, Math.max(at, earliest), -1) : at - (back.length - space);
}

/** Moves a cut out of a character of several code points (an emoji of a family, a letter with its marks). */
function wholeCharacter(text: string, at: number, by: 1 | -1): number {
  const from = Math.max(0, at - 40);
  const found = new Intl.Segmenter().segment(text.slice(from, at + 40)).containing(at - from);
  if (!found || from + found.index === at) return at;
  return by > 0 ? from + found.index + found.segment.length : from + found.index;
}
