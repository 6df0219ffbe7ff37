/** A title without what differs from one place to another: case, accents written apart, typography, punctuation. */
export const comparableTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The same, and without what may be the site's name behind the last stroke: "The fox — Essays". None for empty ones. */
export const comparableTitles = (title: string): string[] =>
  [title, title.replace(/^(.*\S)\s[|·–—-]\s.*$/su, '$1')].map(comparableTitle).filter((one) => one !== '');
