import { expect, test } from 'vitest';
import { density, type StripRange } from './density';

const range = (start: number, end: number, flags: Partial<StripRange> = {}): StripRange => ({
  start,
  end,
  mine: false,
  unread: false,
  ...flags,
});
/** "3:2 4:1": bin 3 counts two, bin 4 one. */
const draw = (ranges: StripRange[], length = 1000) =>
  density(ranges, length)
    .map(({ count, mine, unread }, i) => (count ? `${i}:${count}${mine ? 'm' : ''}${unread ? 'u' : ''}` : ''))
    .filter(Boolean)
    .join(' ');

test.each([
  ['nothing', [], ''],
  ['the first hundredth', [range(0, 10)], '0:1'],
  ['one character more', [range(0, 11)], '0:1 1:1'],
  ['the last character', [range(999, 1000)], '99:1'],
  ['two on one place', [range(35, 36), range(30, 45)], '3:2 4:1'],
  ['an empty range counts where it stands', [range(500, 500)], '50:1'],
  [
    'flags stay where their range is',
    [range(0, 5, { mine: true }), range(5, 15, { unread: true })],
    '0:2mu 1:1u',
  ],
])('%s', (_name, ranges, drawn) => {
  expect(draw(ranges)).toBe(drawn);
});

test('there are always a hundred bins, also for a text shorter than that', () => {
  expect(density([range(0, 7)], 7)).toHaveLength(100);
  expect(draw([range(0, 7)], 7)).toMatch(/^0:1 .* 85:1$/);
});
