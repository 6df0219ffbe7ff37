import type { Span } from './marks';

/** The words and signs of a text; n-th token from `starts[n]` to `ends[n]` (UTF-16 code units, end exclusive). */
export interface Tokens {
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Words, numbers and punctuation marks are tokens, white space is none: the word boundaries of Unicode (UAX #29) in the
 * language of the text, by dictionary where words are written without spaces (Chinese, Japanese, Thai …). For languages
 * with spaces that is what CoNLL files hold, but for clitics ("don't" is one token). `language` is a BCP 47 tag; one that
 * is not known counts as undetermined.
 */
export function tokenize(text: string, language: string): Tokens {
  const steps = tokenizing(text, language);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same a token at a time: a long text takes longer than others may have to wait. */
export function* tokenizing(text: string, language: string): Generator<undefined, Tokens> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of segmentsOf(text, language, 'word')) {
    starts.push(start);
    ends.push(end);
    yield;
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * Words or sentences without the white space around them. Line by line, for neither goes on behind a line end (UAX #29, WB3a,
 * SB4), and `Intl.Segmenter` takes time with more than the square of a text's length.
 */
export function* segmentsOf(
  text: string,
  language: string,
  granularity: 'word' | 'sentence',
): Generator<Span> {
  const segmenter = segmenterFor(language, granularity);
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const { index, segment } of segmenter.segment(line)) {
      const words = segment.trim();
      const start = offset + index + segment.indexOf(words);
      if (words !== '') yield { start, end: start + words.length };
    }
    offset += line.length + 1;
  }
}

function segmenterFor(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}

/** The tokens of which a stretch of text [start, end) covers at least one character; none for white space. */
export function tokensWithin({ starts, ends }: Tokens, { start, end }: Span): Span {
  const first = firstAtLeast(ends, start + 1);
  return { start: first, end: Math.max(first, firstAtLeast(starts, end)) };
}

/** Ordinal of the first that is not less. */
function firstAtLeast(ascending: Uint32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
