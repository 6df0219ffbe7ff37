import type { CorpusCard } from '@/lib/core/corpus/corpus';

/** What may have become of a card between two releases. */
export const cardChanges = ['added', 'removed', 'reworded', 'restated', 'relinked', 'answered'] as const;

export interface CardChange {
  number: number;
  statement: string;
  changes: (typeof cardChanges)[number][];
  /** Where it was reworded. */
  statementBefore: string | null;
  status: string;
  /** Where its status is another: "restated". */
  statusBefore: string | null;
}

/** Of all cards of two releases those that are not the same, by number. */
export function changedCards({
  before,
  after,
}: Record<'before' | 'after', readonly CorpusCard[]>): CardChange[] {
  const known = new Map(before.map((card) => [card.id, card]));
  const now = new Set(after.map(({ id }) => id));
  const all = [
    ...after.map((card) => changeOf(known.get(card.id) ?? null, card)),
    ...before.filter(({ id }) => !now.has(id)).map((card) => described(card, ['removed'], null)),
  ];
  return all.filter(({ changes }) => changes.length > 0).sort((a, b) => a.number - b.number);
}

function changeOf(before: CorpusCard | null, after: CorpusCard): CardChange {
  if (!before) return described(after, ['added'], null);
  const differs = (of: (card: CorpusCard) => unknown) =>
    JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const changes = [
    ...(differs(({ statement, details, operationalization }) => [statement, details, operationalization])
      ? (['reworded'] as const)
      : []),
    ...(before.status === after.status ? [] : (['restated'] as const)),
    ...(differs(links) ? (['relinked'] as const) : []),
    ...(differs(({ positions }) => positions.map(({ id }) => id)) ? (['answered'] as const) : []),
  ];
  return described(after, changes, before);
}

/** Passages that it is met in, and arrows from it. */
const links = ({ occurrences, relations }: CorpusCard) => [
  occurrences.map(({ annotation, role }) => [annotation, role]),
  relations.map(({ id, type, state }) => [id, type, state]),
];

const described = (
  card: CorpusCard,
  changes: CardChange['changes'],
  before: CorpusCard | null,
): CardChange => ({
  number: card.number,
  statement: card.statement,
  changes,
  status: card.status,
  statementBefore: before && before.statement !== card.statement ? before.statement : null,
  statusBefore: before && before.status !== card.status ? before.status : null,
});
