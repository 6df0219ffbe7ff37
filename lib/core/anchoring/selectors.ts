import type { Selector } from '@/lib/core/annotation/annotation';
import { codePoints } from './code-points';

/** https://www.w3.org/TR/annotation-model/#text-position-selector: Unicode code points, `end` exclusive. */
export type TextPositionSelector = Extract<Selector, { type: 'TextPositionSelector' }>;

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export type TextQuoteSelector = Extract<Selector, { type: 'TextQuoteSelector' }>;

/** A place in the canonical text: UTF-16 code units, `end` exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Why selectors name no place, or no single one. Lengths are code points. */
export type AnchorProblem =
  | { reason: 'disagreement'; found: string; quoted: string }
  | { reason: 'not-found'; quoted: string }
  | { reason: 'ambiguous'; quoted: string; count: number }
  | { reason: 'outside'; length: number };

/** Code points of prefix and suffix, as many as Hypothesis keeps. */
const CONTEXT = 32;

/** Most context has none: then code units are code points, and nothing has to be taken apart. */
const surrogate = /[\ud800-\udfff]/;

/** The two standard selectors of a range whose ends do not split a surrogate pair. */
export function describe(
  text: string,
  { start, end }: TextRange,
  points = codePoints(text),
): [TextPositionSelector, TextQuoteSelector] {
  // Twice as many code units hold at least as many code points, whatever they are.
  const before = text.slice(Math.max(0, start - 2 * CONTEXT), start);
  const after = text.slice(end, end + 2 * CONTEXT);
  return [
    { type: 'TextPositionSelector', start: points.fromUtf16(start), end: points.fromUtf16(end) },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: surrogate.test(before) ? [...before].slice(-CONTEXT).join('') : before.slice(-CONTEXT),
      suffix: surrogate.test(after) ? [...after].slice(0, CONTEXT).join('') : after.slice(0, CONTEXT),
    },
  ];
}

/**
 * Finds the place that the selectors name together. Position and quote must agree in their words;
 * a quote alone must be found once with its context; white space may differ in kind and amount,
 * and white space alone is no passage.
 * Takes time linear in text and quote.
 */
export function anchor(
  text: string,
  selectors: readonly Selector[],
  points = codePoints(text),
): { range: TextRange } | { problem: AnchorProblem } {
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!position) return findQuote(text, quote ?? { exact: '' });
  if (position.start >= position.end || position.end > points.length) {
    return { problem: { reason: 'outside', length: points.length } };
  }
  const range = { start: points.toUtf16(position.start), end: points.toUtf16(position.end) };
  if (!text.slice(range.start, range.end).trim()) return { problem: { reason: 'not-found', quoted: '' } };
  const problem = quote && disagreement(text, range, quote);
  return problem ? { problem } : { range };
}

type Quote = Omit<TextQuoteSelector, 'type'>;

const collapse = (text: string) => text.replace(/\s+/g, ' ');
const strip = (text: string) => text.replace(/\s+/g, '');

/** The canonical text is in NFC, so a quote from elsewhere is read in NFC. */
const normalise = ({ exact, prefix = '', suffix = '' }: Quote): { [K in keyof Quote]-?: string } => ({
  exact: exact.normalize(),
  prefix: prefix.normalize(),
  suffix: suffix.normalize(),
});

function disagreement(text: string, { start, end }: TextRange, quote: Quote): AnchorProblem | null {
  const { exact, prefix, suffix } = normalise(quote);
  const found = text.slice(start, end);
  if (collapse(found).trim() !== collapse(exact).trim())
    return { reason: 'disagreement', found, quoted: exact };
  // Other programs join blocks by other white space or none, so the context is compared without any.
  const before = text.slice(Math.max(0, start - 2 * prefix.length - CONTEXT), start);
  const after = text.slice(end, end + 2 * suffix.length + CONTEXT);
  if (strip(before).endsWith(strip(prefix)) && strip(after).startsWith(strip(suffix))) return null;
  return {
    reason: 'disagreement',
    found: text.slice(Math.max(0, start - prefix.length), end + suffix.length),
    quoted: prefix + exact + suffix,
  };
}

function findQuote(text: string, quote: Quote): ReturnType<typeof anchor> {
  const { exact, prefix, suffix } = normalise(quote);
  const core = collapse(exact).trim();
  if (!core) return { problem: { reason: 'not-found', quoted: exact } };
  const whole = collapse(prefix + exact + suffix);
  const pattern = whole.trim();
  const lead =
    collapse(prefix + exact).trimEnd().length - core.length - (whole.length - whole.trimStart().length);
  const ends = occurrences(text, pattern);
  if (ends.length === 0) return { problem: { reason: 'not-found', quoted: exact } };
  if (ends.length > 1) return { problem: { reason: 'ambiguous', quoted: exact, count: ends.length } };
  const start = stepBack(text, ends[0]!, pattern.length - lead);
  const end = stepBack(text, ends[0]!, pattern.length - lead - core.length + 1) + 1;
  return { range: { start, end } };
}

/** Plain ASCII is decided without the regular expression: this runs once per character of the essay. */
const isSpace = (character: string) => !(character > ' ' && character <= '~') && /\s/.test(character);

/**
 * Offsets of the last characters of all occurrences of `pattern`, in which one space stands for a run of white space.
 * Knuth–Morris–Pratt, because a quote comes from strangers: never slower than linear, even for "aaaa…".
 */
function occurrences(text: string, pattern: string): number[] {
  const fallback = new Uint32Array(pattern.length + 1);
  const advance = (state: number, character: string) => {
    let length = state;
    while (length > 0 && pattern[length] !== character) length = fallback[length]!;
    return pattern[length] === character ? length + 1 : 0;
  };
  for (let i = 1; i < pattern.length; i++) fallback[i + 1] = advance(fallback[i]!, pattern[i]!);
  const found: number[] = [];
  let matched = 0;
  let inSpace = false;
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text[i]!);
    if (!(space && inSpace)) matched = advance(matched, space ? ' ' : text[i]!);
    if (matched === pattern.length) {
      found.push(i);
      matched = fallback[matched]!;
    }
    inSpace = space;
  }
  return found;
}

/** The offset of the first of the `count` collapsed characters that end with the one at `last`. */
function stepBack(text: string, last: number, count: number): number {
  let at = last;
  for (let left = count - 1; left > 0; left--) {
    at--;
    if (isSpace(text[at]!)) while (isSpace(text[at - 1] ?? 'x')) at--;
  }
  return at;
}
