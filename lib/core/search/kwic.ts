import { blockSeparator } from '@/lib/core/essay/plain-text';
import type { FoundRange } from './found-words';
import { afterBreak, beforeBreak } from './snippet';

/** A key word and what stands on either side of it, in the order of reading (left of it may be right, in Arabic). */
export interface KwicLine extends FoundRange {
  before: string;
  key: string;
  after: string;
}

/** UTF-16 code units of context on each side, about, and of a key: somebody may have marked a whole chapter. */
const usualWidth = 50;
const longestKey = 300;

/**
 * Key words in context (Luhn 1960), one line for each range. Contexts end between words; where there are no spaces,
 * between characters. Line ends and runs of spaces count as one space.
 */
export const kwic = (text: string, ranges: readonly FoundRange[], width = usualWidth): KwicLine[] =>
  ranges.map(({ start, end }) => ({
    start,
    end,
    before: inLine(text.slice(afterBreak(text, start - width, start), start)),
    key: keyOf(text.slice(start, end)),
    after: inLine(text.slice(end, beforeBreak(text, end + width, end))),
  }));

function keyOf(text: string): string {
  if (text.length <= longestKey) return inLine(text);
  return `${inLine(text.slice(0, beforeBreak(text, longestKey, 0)))} …`;
}

const inLine = (text: string) => text.replace(/\s+/g, ' ');

/** The same of one range of a text, with contexts that end in the paragraphs where it begins and ends. */
export function kwicInParagraph(text: string, { start, end }: FoundRange): KwicLine {
  const from = start < blockSeparator.length ? 0 : afterSeparator(text, start);
  const separator = text.indexOf(blockSeparator, end);
  const within = text.slice(from, separator < 0 ? text.length : separator);
  const [line] = kwic(within, [{ start: start - from, end: end - from }]);
  return { ...line!, start, end };
}

function afterSeparator(text: string, at: number): number {
  const separator = text.lastIndexOf(blockSeparator, at - blockSeparator.length);
  return separator < 0 ? 0 : separator + blockSeparator.length;
}

const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Of a paragraph only a piece is here, which may begin anywhere: not its first letter tells, but most of them. */
export function directionOf({ before, key, after }: Pick<KwicLine, 'before' | 'key' | 'after'>) {
  const letters = `${before}${key}${after}`.match(/\p{L}/gu) ?? [];
  const right = letters.filter((letter) => fromRight.test(letter)).length;
  return right * 2 > letters.length ? 'rtl' : 'ltr';
}

export const kwicOrders = ['place', 'before', 'after', 'key'] as const;
/** By place in the texts, by the words before the key (the nearest first), behind it, or the key itself. */
export type KwicOrder = (typeof kwicOrders)[number];

const collator = new Intl.Collator('und', { sensitivity: 'base', numeric: true });

/** Sorts lines, which come in the order of their places; lines alike keep it. */
export function sortedKwic<Line extends Pick<KwicLine, 'before' | 'key' | 'after'>>(
  lines: readonly Line[],
  order: KwicOrder,
): Line[] {
  if (order === 'place') return [...lines];
  const keyed = lines.map((line) => ({ line, by: sortKey(line, order) }));
  return keyed.sort((a, b) => collator.compare(a.by, b.by)).map(({ line }) => line);
}

function sortKey(
  { before, key, after }: Pick<KwicLine, 'before' | 'key' | 'after'>,
  order: KwicOrder,
): string {
  if (order === 'key') return `${key} ${after}`;
  const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return order === 'after' ? words(after).join(' ') : words(before).reverse().join(' ');
}
