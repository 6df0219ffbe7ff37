import { describe, expect, test } from 'vitest';
import { type Candidate, isSnoozed, type Trigger, triggersOf, waitingSince } from './triggers';

const at = (hour: number) => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const calm: Candidate = {
  pending: false,
  version: 1,
  decidedVersion: null,
  written: at(1),
  flags: [],
  snoozed: null,
};
const flag = { at: at(5), isAppeal: false };
const plea = { at: at(6), isAppeal: true };

test.each<[name: string, Partial<Candidate>, Trigger[]]>([
  ['nothing', {}, []],
  ['a flag', { flags: [flag] }, ['flagged']],
  ['a first note of somebody new', { pending: true }, ['waiting']],
  ['an author who asks for another look', { decidedVersion: 1, flags: [plea] }, ['appealed']],
  ['a flag and an appeal', { decidedVersion: 1, flags: [flag, plea] }, ['flagged', 'appealed']],
  ['words that a decision did not know', { decidedVersion: 1, version: 2 }, ['edited']],
  ['hidden words that were changed', { pending: true, decidedVersion: 1, version: 2 }, ['edited']],
  ['words that a decision knew', { decidedVersion: 2, version: 2 }, []],
  ['an approval that was taken back', { pending: true, decidedVersion: 1 }, ['waiting']],
])('%s', (_, facts, expected) => {
  expect(triggersOf({ ...calm, ...facts })).toEqual(expected);
});

test('what is pending is always in the queue', () => {
  for (const decidedVersion of [null, 1, 2])
    for (const flags of [[], [flag], [plea]])
      expect(triggersOf({ ...calm, pending: true, version: 2, decidedVersion, flags })).not.toEqual([]);
});

test('it waits since the newest of its words and flags', () => {
  expect(waitingSince(calm)).toBe(at(1));
  expect(waitingSince({ ...calm, flags: [plea, flag] })).toBe(at(6));
});

describe('a snoozed thing', () => {
  const snoozed = { until: at(20), since: at(7) };

  test.each<[name: string, Partial<Candidate>, now: string, boolean]>([
    ['is left out until its time', { flags: [flag] }, at(19), true],
    ['comes back at its time', { flags: [flag] }, at(20), false],
    ['comes back when somebody else flags it', { flags: [flag, { ...flag, at: at(8) }] }, at(9), false],
    ['comes back when it is reworded', { written: at(8) }, at(9), false],
  ])('%s', (_, facts, now, expected) => {
    expect(isSnoozed({ ...calm, snoozed, ...facts }, now)).toBe(expected);
  });

  test('is one that somebody snoozed', () => {
    expect(isSnoozed(calm, at(2))).toBe(false);
  });
});
