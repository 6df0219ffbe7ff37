import { expect, test } from 'vitest';
import { cardVerbs } from '@/lib/core/crux/card-states';
import { eventWords, rewording, subjectOf } from './event-words';

test.each([
  ['link', { role: 'opposes' }, 'linked a passage that opposes it'],
  ['relate', { type: 'crux-for' }, 'added a relation: is a crux for another card'],
  ['relate', { type: 'undercuts' }, 'added a relation: undercuts another relation'],
  ['review-relation', { state: 'rejected' }, 'rejected a relation'],
  ['reword', { wordingOnly: true }, 'changed its words, not its sense'],
  ['reword', { wordingOnly: false }, 'reworded it'],
])('%s %j reads “%s”', (verb, after, words) => {
  expect(eventWords({ verb, after })).toBe(words);
});

test('every step of a card has words of its own', () => {
  const words = cardVerbs.map((verb) => eventWords({ verb, after: null }));
  expect(words.filter((one, index) => one === cardVerbs[index])).toEqual([]);
  expect(new Set(words).size).toBe(cardVerbs.length);
});

test('only a step that changed the statement shows it before and after', () => {
  expect(rewording({ before: { statement: 'A' }, after: { statement: 'B' } })).toEqual({ was: 'A', is: 'B' });
  expect(rewording({ before: { details: 'A' }, after: { details: 'B' } })).toBeNull();
  expect(rewording({ before: null, after: { role: 'states' } })).toBeNull();
});

test('a step names what it linked as long as the link stands', () => {
  const [here, other] = [{ id: 'c1' }, { id: 'c2', statement: 'Bees dance' }];
  const card = {
    id: 'c1',
    occurrences: [{ id: 'o1', exact: 'They dance.' }],
    relations: [{ id: 'r1', from: other, to: here }],
  } as Parameters<typeof subjectOf>[1];
  expect(subjectOf({ after: { occurrence: 'o1' } }, card)).toBe('“They dance.”');
  expect(subjectOf({ after: { relation: 'r1' } }, card)).toBe('Bees dance');
  expect(subjectOf({ after: { relation: 'gone' } }, card)).toBeNull();
  expect(subjectOf({ after: null }, card)).toBeNull();
});
