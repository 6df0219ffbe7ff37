import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalIndex } from './interval-index';
import { type HighlightRange, inReadingOrder } from './segments';

const range = (id: string, start: number, end: number): HighlightRange => ({
  id,
  start,
  end,
  slot: 1,
  label: '',
});
const ids = (ranges: readonly HighlightRange[]) => ranges.map((one) => one.id).join('');

describe('interval index', () => {
  const index = intervalIndex([range('c', 6, 8), range('a', 0, 9), range('b', 2, 5), range('d', 20, 21)]);

  test.each([
    ['a character under one', 1, 2, 'a'],
    ['a character under two', 2, 3, 'ab'],
    ['the last character', 4, 5, 'ab'],
    ['just past an end', 5, 6, 'a'],
    ['a stretch', 4, 7, 'abc'],
    ['everything', 0, 99, 'abcd'],
    ['a gap', 9, 20, ''],
    ['beyond', 21, 30, ''],
  ])('%s', (_name, start, end, found) => {
    expect(ids(index.touching(start, end))).toBe(found);
  });

  test('keeps all ranges in reading order', () => {
    expect(ids(index.ranges)).toBe('abcd');
  });

  test('finds nothing in nothing', () => {
    expect(intervalIndex([]).touching(0, 9)).toEqual([]);
  });

  test('finds what a look at every range finds', () => {
    const ranges = fc.array(fc.tuple(fc.nat(50), fc.nat(20)), { maxLength: 40 });
    fc.assert(
      fc.property(ranges, fc.nat(60), fc.integer({ min: 1, max: 10 }), (pairs, start, length) => {
        const all = pairs.map(([from, size], i) => range(`r${i}`, from, from + size + 1));
        const slow = all.filter((one) => one.start < start + length && one.end > start).sort(inReadingOrder);
        expect(intervalIndex(all).touching(start, start + length)).toEqual(slow);
      }),
    );
  });
});
