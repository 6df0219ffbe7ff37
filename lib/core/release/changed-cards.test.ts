import { expect, test } from 'vitest';
import type { CorpusCard } from '@/lib/core/corpus/corpus';
import { corpusCards } from '@/lib/core/corpus/corpus-cards.fixture';
import { bo, id } from '@/lib/core/corpus/corpus-names.fixture';
import { type CardChange, changedCards } from './changed-cards';

const one = corpusCards.find(({ positions, occurrences }) => positions.length > 0 && occurrences.length > 0);
const after = (change: Partial<CorpusCard>) =>
  corpusCards.map((card) => (card.number === one!.number ? { ...card, ...change } : card));

test.each<[string, Partial<CorpusCard>, CardChange['changes']]>([
  ['another statement is reworded', { statement: 'Other words.' }, ['reworded']],
  ['other details is reworded', { details: 'By this I mean.' }, ['reworded']],
  ['other observations is reworded', { operationalization: 'It rains.' }, ['reworded']],
  ['another status is restated', { status: 'dissolved' }, ['restated']],
  [
    'another passage is relinked',
    { occurrences: [...one!.occurrences, { id: id('o9'), annotation: id('a5'), role: 'opposes' }] },
    ['relinked'],
  ],
  ['no arrows is relinked', { relations: [], occurrences: [] }, ['relinked']],
  ['no answers is answered', { positions: [] }, ['answered']],
  ['another proposer is the same', { person: bo }, []],
])('a card with %s', (_, change, changes) => {
  const told = changedCards({ before: corpusCards, after: after(change) });
  expect(told.map((card) => [card.number, card.changes])).toEqual(
    changes.length ? [[one!.number, changes]] : [],
  );
});

test('what was said before is told where it is another', () => {
  const change = { statement: 'Other words.', status: 'dissolved' } as const;
  expect(changedCards({ before: corpusCards, after: after(change) })).toEqual([
    {
      number: one!.number,
      statement: 'Other words.',
      statementBefore: one!.statement,
      status: 'dissolved',
      statusBefore: one!.status,
      changes: ['reworded', 'restated'],
    },
  ]);
});

test('new and gone ones stand in the order of their numbers', () => {
  const [first, ...others] = corpusCards;
  const last = others.pop()!;
  const told = changedCards({ before: [first!, ...others], after: [...others, last] });
  expect(told.map(({ number, changes }) => [number, ...changes])).toEqual([
    [first!.number, 'removed'],
    [last.number, 'added'],
  ]);
});
