import { expect, test } from 'vitest';
import { waitedFor } from './waited-for';

const round = { awaited: 2, reveals: null, revealWhenAllDone: false };

test.each([
  ['2 others to be done;', { revealWhenAllDone: true }],
  ['one other person to be done;', { revealWhenAllDone: true, awaited: 1 }],
  ['the day of the reveal;', { reveals: '2026-11-30T23:59:59Z' }],
  [
    '2 others to be done or the day of the reveal;',
    { reveals: '2026-11-30T23:59:59Z', revealWhenAllDone: true },
  ],
  ['a moderator to reveal it;', {}],
])('who is done is told that the round waits for %s', (whom, how) => {
  expect(waitedFor({ ...round, ...how }, false)).toContain(`waits for ${whom}`);
});

test('moderators are told that they need not wait', () => {
  const early = 'you may reveal it earlier';
  expect(waitedFor(round, true)).toContain(early);
  expect(waitedFor(round, false)).not.toContain(early);
});
