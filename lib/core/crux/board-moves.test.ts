import { describe, expect, test } from 'vitest';
import { type CardMove, movesOf, moveTowards, needOf } from './board-moves';

const moderator = { isAuthor: false, isModerator: true };
const author = { isAuthor: true, isModerator: false };
const member = { isAuthor: false, isModerator: false };
const told = (moves: CardMove[]) => moves.map(({ to, verbs }) => `${to ?? 'away'}: ${verbs.join(', ')}`);

describe('moves', () => {
  test.each([
    ['proposed', ['open: accept', 'away: reject', 'away: archive']],
    ['canonical', ['resolved: resolve-true, resolve-false, dissolve', 'away: archive']],
    ['resolved-true', ['open: reopen', 'away: archive']],
    ['rejected', ['proposed: reconsider', 'away: archive']],
    ['archived', ['away: restore']],
    ['merged', []],
  ] as const)('of a moderator, from %s', (status, expected) => {
    expect(told(movesOf(moderator, status))).toEqual(expected);
  });

  test('of an author: to withdraw it while it is proposed; of others: none', () => {
    expect(told(movesOf(author, 'proposed'))).toEqual(['away: withdraw']);
    expect(movesOf(author, 'canonical')).toEqual([]);
    expect(movesOf(member, 'proposed')).toEqual([]);
  });

  test('that settle or reject a card have to say why', () => {
    expect(['accept', 'reject', 'resolve-true', 'reopen'].map((verb) => needOf(verb as 'accept'))).toEqual([
      null,
      'reason',
      'source',
      null,
    ]);
  });
});

describe('a move by key', () => {
  test('goes to the nearest column that takes the card, over those that people fill by talking', () => {
    const right = moveTowards(movesOf(moderator, 'canonical'), 'open', 1);
    expect(right?.to).toBe('resolved');
    expect(moveTowards(movesOf(moderator, 'resolved-false'), 'resolved', -1)?.to).toBe('open');
    expect(moveTowards(movesOf(moderator, 'proposed'), 'proposed', 1)?.to).toBe('open');
  });

  test('goes nowhere when no column that way takes the card', () => {
    expect(moveTowards(movesOf(moderator, 'canonical'), 'under-discussion', -1)).toBeUndefined();
    expect(moveTowards(movesOf(moderator, 'proposed'), 'proposed', -1)).toBeUndefined();
    expect(moveTowards(movesOf(member, 'proposed'), 'proposed', 1)).toBeUndefined();
  });
});
