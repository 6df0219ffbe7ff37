/** Two titles that look alike to a reader are the same here. */
const looksOf = (title: string) => title.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether one of the titles is, to a reader, this one; an empty one is none. */
export const hasTitle = (titles: readonly string[], title: string): boolean =>
  looksOf(title) !== '' && titles.some((other) => looksOf(other) === looksOf(title));

/** The titles that stand more than once among these, as they are written. */
export const repeatedTitles = (titles: readonly string[]): ReadonlySet<string> =>
  new Set(titles.filter((title, index) => hasTitle(titles.toSpliced(index, 1), title)));
