import { expect, test } from 'vitest';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { roundAskedFor } from './whose-marks';

const rounds = (['planned', 'alone', 'revealed', 'cancelled'] as const).map(
  (state) => ({ id: `id-${state}`, title: state, state }) as AnnotationRound,
);

test.each([
  [undefined, null, null],
  ['', null, null],
  ['id-revealed', 'id-revealed', null],
  ['ID-REVEALED', 'id-revealed', null],
  ['id-planned', null, 'The blind reading “planned” is not revealed yet'],
  ['id-alone', null, 'The blind reading “alone” is not revealed yet'],
  ['id-cancelled', null, 'The blind reading “cancelled” was cancelled'],
  ['nope', null, 'This essay has no such blind reading.'],
])('of an address that says round=%s the round is %s', (asked, id, why) => {
  const { round, whyNot } = roundAskedFor(rounds, asked);
  expect(round?.id ?? null).toBe(id);
  if (why === null) expect(whyNot).toBeNull();
  else expect(whyNot).toContain(why);
});
