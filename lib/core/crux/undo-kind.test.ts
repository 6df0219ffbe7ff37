import { describe, expect, test } from 'vitest';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import { refuseUndoOf } from './undo-kind';

type Card = Parameters<typeof refuseUndoOf>[1];

const step = (verb: string, rest: Partial<CardEvent> = {}): CardEvent => ({
  id: verb,
  verb,
  before: null,
  after: null,
  reason: '',
  at: '',
  undoes: null,
  undoneBy: null,
  actor: { id: 'mo', name: 'Mo' },
  ...rest,
});
const card = (rest: Partial<Card> = {}): Card => ({
  status: 'canonical',
  occurrences: [],
  relations: [],
  ...rest,
});
const occurrences = [{ id: 'o' }] as Card['occurrences'];
const relations = [{ id: 'r', state: 'accepted' }] as Card['relations'];

describe('a step', () => {
  test.each<[string, CardEvent, Card, ReturnType<typeof refuseUndoOf>]>([
    ['that made the card stays', step('propose'), card(), 'never'],
    ['that took another back stays', step('undo', { after: { status: 'canonical' } }), card(), 'never'],
    ['of status, while it has it', step('accept', { after: { status: 'canonical' } }), card(), null],
    [
      'of status that it left since',
      step('accept', { after: { status: 'canonical' } }),
      card({ status: 'archived' }),
      'changed-since',
    ],
    ['that linked a passage', step('link', { after: { occurrence: 'o' } }), card({ occurrences }), null],
    ['whose passage was taken off', step('link', { after: { occurrence: 'o' } }), card(), 'gone'],
    ['that took a passage off', step('unlink', { before: { occurrence: 'o' } }), card(), null],
    ['that drew a relation', step('relate', { after: { relation: 'r' } }), card({ relations }), null],
    ['whose relation is gone', step('relate', { after: { relation: 'r' } }), card(), 'gone'],
    [
      'that reviewed a relation otherwise than it stands',
      step('review-relation', { after: { relation: 'r', state: 'rejected' } }),
      card({ relations }),
      'changed-since',
    ],
    ['that took another card in', step('absorb', { after: { merge: 'm' } }), card(), null],
  ])('%s', (_, event, standing, refused) => {
    expect(refuseUndoOf(event, standing, [event])).toBe(refused);
  });

  test('of words can be taken back until the same words change again', () => {
    const first = step('reword', { id: '1', before: { statement: 'a' }, after: { statement: 'b' } });
    const details = step('reword', { id: '2', before: { details: '' }, after: { details: 'x' } });
    const again = step('reword', { id: '3', before: { statement: 'b' }, after: { statement: 'c' } });
    expect(refuseUndoOf(first, card(), [details, first])).toBeNull();
    expect(refuseUndoOf(first, card(), [again, details, first])).toBe('changed-since');
    expect(refuseUndoOf(first, card(), [{ ...again, undoneBy: 'u' }, details, first])).toBeNull();
    expect(refuseUndoOf(again, card(), [again, details, first])).toBeNull();
  });
});
