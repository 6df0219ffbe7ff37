import { expect, test } from 'vitest';
import type { CorpusCard } from '@/lib/core/corpus/corpus';
import { corpusCards } from '@/lib/core/corpus/corpus-cards.fixture';
import { addCard, noCards } from './card-rows';
import type { Importing } from './importing';

/** Numbers of the wordings that a card comes with. */
function wordingsOf(card: CorpusCard): number[] {
  const planned = noCards();
  const ids = new Map([card, ...card.aliases].map(({ id }) => [id, { id, isThere: true }]));
  const named = { cards: ids, relations: ids, positions: ids, occurrences: ids };
  const importing = { group: 'group', userOf: () => 'somebody' } as unknown as Importing;
  addCard(importing, planned, { card, row: 1, named });
  return planned.revisions.filter(({ cardId }) => cardId === card.id).map(({ version }) => version);
}

test('steps that do not change the words of a card are no wording of it', () => {
  const card = corpusCards[0]!;
  const worded = { version: 1, statement: card.statement, created: card.created, wordingOnly: false };
  expect(wordingsOf({ ...card, version: 4, wordings: [worded] })).toEqual([1]);
  expect(wordingsOf({ ...card, version: 4, wordings: [{ ...worded, statement: 'Other words' }] })).toEqual([
    1, 4,
  ]);
  expect(wordingsOf({ ...card, version: 4, wordings: [] })).toEqual([4]);
});
