/** What a corpus is counted in, as words for one and for many. */
const names = {
  documents: ['text', 'texts'],
  texts: ['text', 'texts'],
  annotations: ['annotation', 'annotations'],
  replies: ['reply', 'replies'],
  cards: ['card', 'cards'],
  occurrences: ['passage on a card', 'passages on cards'],
  relations: ['relation', 'relations'],
  positions: ['answer', 'answers'],
  beliefs: ['conditional belief', 'conditional beliefs'],
  checks: ['section check', 'section checks'],
  adjudications: ['decision', 'decisions'],
  adjudicated: ['adjudicated mark', 'adjudicated marks'],
  decisions: ['decision', 'decisions'],
  people: ['person', 'people'],
  tags: ['tag', 'tags'],
} as const;
type Counted = keyof typeof names;

/** `total` as it is written, and the noun that goes with it; those that are counted, in one order everywhere. */
export const countedWords = (counts: { readonly [Kind in Counted]?: number | undefined }) =>
  (Object.keys(names) as Counted[]).flatMap((kind) => {
    const n = counts[kind];
    return n === undefined
      ? []
      : [{ kind, n, total: n.toLocaleString('en'), noun: names[kind][n === 1 ? 0 : 1] }];
  });

/** "3 texts, 1 reply": what there is of something; empty when there is nothing. */
export const whatThereIs = (counts: Parameters<typeof countedWords>[0]): string =>
  countedWords(counts)
    .filter(({ n }) => n > 0)
    .map(({ total, noun }) => `${total} ${noun}`)
    .join(', ');
