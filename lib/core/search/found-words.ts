import type { SearchTerm } from './search-terms';

/** UTF-16 code units, end exclusive. */
export interface FoundRange {
  start: number;
  end: number;
}

/** Scripts written without spaces, and Hangul, whose words carry particles: what stands in a word is found too. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々〇ー]/u;
const unspacedRun =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々〇ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々〇ー]+/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** As words are compared: lower case, without accents of Latin, Greek and Cyrillic, as `search_folded` has it in SQL. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();

interface Token extends FoundRange {
  text: string;
}

/** Words one by one, characters of unspaced scripts one by one. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: whole, index } of text.matchAll(word)) {
    let start = index;
    for (const [run] of whole.matchAll(unspacedRun)) {
      for (const piece of unspaced.test(run) ? run : [run]) {
        tokens.push({ text: folded(piece), start, end: start + piece.length });
        start += piece.length;
      }
    }
  }
  return tokens;
}

/** Whether a token is one of a term's; the last of a prefix need only begin so. */
type Fits = (token: string) => boolean;

function patternOf({ kind, text }: SearchTerm, forms: ReadonlySet<string>): Fits[] {
  const words = tokensOf(text.normalize('NFC')).map((token) => token.text);
  return words.map((wanted, at) => {
    if (kind === 'prefix' && at === words.length - 1) return (token) => token.startsWith(wanted);
    if (kind === 'word') return (token) => token === wanted || forms.has(token);
    return (token) => token === wanted;
  });
}

/**
 * Where a text has what was asked for, in order and without overlaps. `forms` are the words in it that a stemmer takes
 * for forms of the words asked for, which only the database knows.
 */
export function foundWords(
  text: string,
  terms: readonly SearchTerm[],
  forms: readonly string[] = [],
): FoundRange[] {
  const tokens = tokensOf(text);
  const known = new Set(forms.map(folded));
  const patterns = terms.filter(({ not }) => !not).map((term) => patternOf(term, known));
  const found: FoundRange[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const length = Math.max(
      0,
      ...patterns.map((pattern) => (fitsAt(tokens, at, pattern) ? pattern.length : 0)),
    );
    if (length === 0) continue;
    found.push({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end });
    at += length - 1;
  }
  return found;
}

const fitsAt = (tokens: readonly Token[], at: number, pattern: readonly Fits[]): boolean =>
  pattern.length > 0 &&
  at + pattern.length <= tokens.length &&
  pattern.every((fits, n) => fits(tokens[at + n]!.text));
