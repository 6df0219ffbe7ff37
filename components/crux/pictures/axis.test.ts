import { expect, test } from 'vitest';
import { alongAxis, axisTicks } from './axis';

test.each([
  [0, [0, 0.01, 0.05, 0.1, 0.2]],
  [0.2, [0, 0.01, 0.05, 0.1, 0.2]],
  [0.21, [0, 0.01, 0.05, 0.1, 0.2, 0.3]],
  [1, [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1]],
])('an axis up to %d ends on a round number', (greatest, ticks) => {
  expect(axisTicks(greatest)).toEqual(ticks);
});

test('an axis gives small shares more room than large ones', () => {
  expect([0, 0.05, 0.2].map((share) => alongAxis(share, 0.2))).toEqual([0, 0.5, 1]);
});
