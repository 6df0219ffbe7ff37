/** One thing that is asked for. `word`: in any of its forms; `phrase`: these words in this order; `prefix`: words that begin so. */
export interface SearchTerm {
  kind: 'word' | 'phrase' | 'prefix';
  text: string;
  /** What is found must not have it. */
  not: boolean;
}

/** More would make one query cost as much as many. */
export const mostTerms = 16;

const quotes = /["“”„«»＂]/;
const hasLetters = /[\p{L}\p{N}]/u;

/**
 * What somebody typed: words, "a phrase", begin*, -not. A quote that is not closed goes to the end. Nothing is an error:
 * what holds no letter and no digit is passed over, as is everything beyond the first `mostTerms`.
 */
export function searchTerms(typed: string): SearchTerm[] {
  return [...parts(typed)].filter(({ text }) => hasLetters.test(text)).slice(0, mostTerms);
}

function* parts(typed: string): Generator<SearchTerm> {
  let at = 0;
  while (at < typed.length) {
    const rest = typed.slice(at);
    const space = /^\s+/u.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const not = /^[-−](?=\S)/.test(rest);
    const from = not ? 1 : 0;
    if (quotes.test(rest[from] ?? '')) {
      const length = rest.slice(from + 1).search(quotes);
      const end = length < 0 ? rest.length : from + 1 + length;
      yield { kind: 'phrase', text: rest.slice(from + 1, end).trim(), not };
      at += end + 1;
    } else {
      const [word = ''] = /^[^\s"“”„«»＂]+/u.exec(rest.slice(from)) ?? [];
      at += from + word.length;
      yield word.endsWith('*')
        ? { kind: 'prefix', text: word.replace(/\*+$/, ''), not }
        : { kind: 'word', text: word, not };
    }
  }
}

/** The query again, with one of its words written otherwise. */
export const withWord = (typed: string, word: string, other: string): string => {
  const at = typed.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? other : typed.slice(0, at) + other + typed.slice(at + word.length);
};
