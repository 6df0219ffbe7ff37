/** Strikethrough, table, footnote or task, address: each needs one of these. */
const signs = /~|\||:-|-:|\[|@|www\.|:\/\//i;

/**
 * Whether a text may hold anything of GitHub's Markdown (https://github.github.com/gfm) that CommonMark does not know.
 * Most comments do not, and are read in half the time without it.
 */
export const mayHoldGfm = (source: string): boolean => signs.test(source);
