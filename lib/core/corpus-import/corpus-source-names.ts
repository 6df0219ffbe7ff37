/**
 * Every source by its name in URLs and on the command line, in the order in which they are offered. Apart from how they
 * are read: that needs parsers, and whoever checks a name does not.
 */
export const corpusSourceNames = ['jsonl', 'jsonld', 'hypothesis', 'readwise', 'lesswrong'] as const;

export type CorpusSourceName = (typeof corpusSourceNames)[number];
