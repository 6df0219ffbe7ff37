import type { ImportCounts } from './import-report';

const names = {
  texts: ['text', 'texts'],
  annotations: ['annotation', 'annotations'],
  replies: ['reply', 'replies'],
  cards: ['card', 'cards'],
  relations: ['relation', 'relations'],
  positions: ['position', 'positions'],
  beliefs: ['conditional belief', 'conditional beliefs'],
  checks: ['section check', 'section checks'],
  decisions: ['decision', 'decisions'],
  people: ['person', 'people'],
  tags: ['tag', 'tags'],
} as const satisfies Record<keyof ImportCounts, readonly [string, string]>;

/** "3 texts, 1 reply": what there is of something; empty when there is nothing. */
export const importedWords = (counts: ImportCounts): string =>
  (Object.keys(names) as (keyof typeof names)[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString('en')} ${names[kind][counts[kind] === 1 ? 0 : 1]}`)
    .join(', ');
