import { describe, expect, test } from 'vitest';
import { CardStatus } from '@/lib/core/api/card-schemas';
import { boardColumn, verbsInto } from './board-column';
import { cardVerbs, statusAfter, statusBefore, stepBetween, stepsOpenTo } from './card-states';

const moderator = { isAuthor: false, isModerator: true };
const author = { isAuthor: true, isModerator: false };
const other = { isAuthor: false, isModerator: false };

test.each<[CardStatus, string]>([
  ['proposed', 'accept reject merge withdraw archive'],
  ['canonical', 'resolve-true resolve-false dissolve merge archive'],
  ['resolved-true', 'reopen archive'],
  ['resolved-false', 'reopen archive'],
  ['dissolved', 'reopen archive'],
  ['rejected', 'reconsider archive'],
  ['merged', 'unmerge'],
  ['archived', 'restore'],
])('a moderator can make what is %s: %s', (status, verbs) => {
  expect(stepsOpenTo(moderator, { status, previous: 'proposed' }).join(' ')).toBe(verbs);
});

test('an author can withdraw a proposal and nothing else, others nothing', () => {
  for (const status of CardStatus.options) {
    const card = { status, previous: null };
    expect(stepsOpenTo(author, card)).toEqual(status === 'proposed' ? ['withdraw'] : []);
    expect(stepsOpenTo(other, card)).toEqual([]);
  }
});

test('unmerging and restoring lead back to where a card was', () => {
  expect(statusAfter('unmerge', { status: 'merged', previous: 'canonical' })).toBe('canonical');
  expect(statusAfter('restore', { status: 'archived', previous: 'dissolved' })).toBe('dissolved');
});

test('an archived card was last what its newest archiving found, and others were nothing', () => {
  const events = [
    { before: { statement: 'A' }, after: { statement: 'B' } },
    { before: { status: 'dissolved' }, after: { status: 'archived' } },
    { before: { status: 'archived' }, after: { status: 'proposed' } },
    { before: { status: 'proposed' }, after: { status: 'archived' } },
    { before: null, after: null },
  ];
  expect(statusBefore('archived', events)).toBe('dissolved');
  expect(statusBefore('canonical', events)).toBeNull();
  expect(statusBefore('archived', [])).toBeNull();
});

test('every step but these two can be asked for by its status', () => {
  for (const from of CardStatus.options) {
    for (const verb of cardVerbs) {
      const to = statusAfter(verb, { status: from, previous: null });
      if (to !== null) expect(statusAfter(stepBetween(from, to)!, { status: from, previous: null })).toBe(to);
    }
  }
  expect(stepBetween('rejected', 'canonical')).toBeNull();
});

describe('the board', () => {
  const now = new Date('2026-03-15T12:00:00Z');
  const quiet = { proposedRelations: 0, lastReply: null };
  test.each([
    ['proposed', quiet, 'proposed'],
    ['canonical', quiet, 'open'],
    ['canonical', { ...quiet, proposedRelations: 1 }, 'under-discussion'],
    ['canonical', { ...quiet, lastReply: '2026-03-01T12:00:00Z' }, 'under-discussion'],
    ['canonical', { ...quiet, lastReply: '2026-03-01T11:59:59Z' }, 'open'],
    ['proposed', { ...quiet, lastReply: '2026-03-15T11:00:00Z' }, 'proposed'],
    ['resolved-true', quiet, 'resolved'],
    ['resolved-false', quiet, 'resolved'],
    ['dissolved', { proposedRelations: 1, lastReply: null }, 'resolved'],
    ['rejected', quiet, null],
    ['merged', quiet, null],
    ['archived', quiet, null],
  ] as const)('what is %s, with %j, stands in %s', (status, activity, column) => {
    expect(boardColumn({ status, ...activity }, now)).toBe(column);
  });

  test.each([
    ['open', 'proposed', ['accept']],
    ['resolved', 'canonical', ['resolve-true', 'resolve-false', 'dissolve']],
    ['open', 'dissolved', ['reopen']],
    ['proposed', 'rejected', ['reconsider']],
    ['under-discussion', 'canonical', []],
    ['resolved', 'proposed', []],
  ] as const)('a drag to %s of what is %s means %j', (column, status, verbs) => {
    expect(verbsInto(column, status)).toEqual(verbs);
  });
});
