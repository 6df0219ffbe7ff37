import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HighlightRange, inReadingOrder, segments } from './segments';

const range = (id: string, start: number, end: number, slot = 1): HighlightRange => ({
  id,
  start,
  end,
  slot,
  label: `label ${id}`,
});

/** "0-4 k1 d2 ab": from, to, slot, depth, and the ids of the annotations that begin there. */
const draw = (ranges: HighlightRange[]) =>
  segments(ranges).map(({ start, end, slot, depth, refs }) =>
    `${start}-${end} k${slot} d${depth} ${refs.map((ref) => ref.id).join('')}`.trim(),
  );

const rangeArbitrary = fc
  .tuple(fc.nat(40), fc.nat(15), fc.nat(4))
  .map(([start, length, slot]) => ({ start, end: start + length, slot }));
const rangesArbitrary = fc
  .array(rangeArbitrary, { maxLength: 25 })
  .map((list) => list.map((one, i) => range(`r${i}`, one.start, one.end, one.slot)));

describe('segments', () => {
  test('what begins together keeps its own colour, whichever lies on top', () => {
    const [first] = segments([range('a', 0, 9, 1), range('b', 0, 3, 2)]);
    expect(first?.slot).toBe(2);
    expect(first?.refs.map(({ id, slot }) => [id, slot])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test.each<[string, HighlightRange[], string[]]>([
    ['nothing', [], []],
    ['an empty range', [range('a', 3, 3)], []],
    ['one', [range('a', 2, 5)], ['2-5 k1 d1 a']],
    ['one from the first character', [range('a', 0, 5)], ['0-5 k1 d1 a']],
    ['apart', [range('a', 0, 2), range('b', 4, 6, 2)], ['0-2 k1 d1 a', '4-6 k2 d1 b']],
    ['touching stay apart', [range('a', 0, 2), range('b', 2, 4)], ['0-2 k1 d1 a', '2-4 k1 d1 b']],
    [
      'overlapping: the later start is on top',
      [range('a', 0, 4), range('b', 2, 6, 2)],
      ['0-2 k1 d1 a', '2-4 k2 d2 b', '4-6 k2 d1'],
    ],
    [
      'nested: the outer one comes back',
      [range('a', 0, 9), range('b', 3, 5, 2)],
      ['0-3 k1 d1 a', '3-5 k2 d2 b', '5-9 k1 d1'],
    ],
    [
      'same start: the shorter is on top',
      [range('b', 0, 3, 2), range('a', 0, 9)],
      ['0-3 k2 d2 ab', '3-9 k1 d1'],
    ],
    [
      'the same passage twice: two refs, one segment',
      [range('b', 0, 3, 2), range('a', 0, 3)],
      ['0-3 k2 d2 ab'],
    ],
    [
      'a dead middle of the stack',
      [range('a', 0, 9), range('b', 1, 4, 2), range('c', 2, 8, 3)],
      ['0-1 k1 d1 a', '1-2 k2 d2 b', '2-4 k3 d3 c', '4-8 k3 d2', '8-9 k1 d1'],
    ],
    [
      'a plain highlight over a tag hides it not',
      [range('a', 0, 9, 2), range('b', 3, 5, 0)],
      ['0-3 k2 d1 a', '3-5 k2 d2 b', '5-9 k2 d1'],
    ],
    [
      'a tag within a plain highlight',
      [range('a', 0, 9, 0), range('b', 3, 5, 2)],
      ['0-3 k0 d1 a', '3-5 k2 d2 b', '5-9 k0 d1'],
    ],
    [
      'deeper than three counts as three',
      [range('a', 0, 4), range('b', 0, 4), range('c', 0, 4), range('d', 0, 4)],
      ['0-4 k1 d3 abcd'],
    ],
  ])('%s', (_name, ranges, drawn) => {
    expect(draw(ranges)).toEqual(drawn);
  });

  test('say of every offset what the ranges there say', () => {
    fc.assert(
      fc.property(rangesArbitrary, (ranges) => {
        const found = segments(ranges);
        for (let offset = 0; offset < 60; offset++) {
          const here = ranges.filter((r) => r.start <= offset && offset < r.end).sort(inReadingOrder);
          const segment = found.find((s) => s.start <= offset && offset < s.end);
          expect(segment?.depth ?? 0).toBe(Math.min(here.length, 3));
          expect(segment?.slot).toBe((here.findLast(({ slot }) => slot > 0) ?? here.at(-1))?.slot);
        }
      }),
    );
  });

  test('are sorted, apart, cut at every edge, and name each annotation once', () => {
    fc.assert(
      fc.property(rangesArbitrary, (ranges) => {
        const found = segments(ranges);
        const visible = ranges.filter((r) => r.end > r.start);
        found.forEach((segment, i) => {
          expect(segment.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(segment.end).toBeGreaterThan(segment.start);
          for (const { start, end } of visible)
            for (const edge of [start, end]) expect(edge <= segment.start || edge >= segment.end).toBe(true);
          for (const ref of segment.refs)
            expect(visible.find((r) => r.id === ref.id)?.start).toBe(segment.start);
        });
        const named = found.flatMap((segment) => segment.refs.map((ref) => ref.id));
        expect(named).toEqual(visible.sort(inReadingOrder).map((r) => r.id));
      }),
    );
  });

  test('do not depend on the order of the ranges', () => {
    fc.assert(
      fc.property(rangesArbitrary, (ranges) => {
        expect(segments([...ranges].reverse())).toEqual(segments(ranges));
      }),
    );
  });

  test('of a part of the text agree with those of the whole', () => {
    fc.assert(
      fc.property(rangesArbitrary, fc.nat(40), fc.nat(20), (ranges, start, length) => {
        const end = start + length + 1;
        const clip = (list: ReturnType<typeof segments>) =>
          list
            .filter((s) => s.start < end && s.end > start)
            .map((s) => ({
              ...s,
              start: Math.max(s.start, start),
              end: Math.min(s.end, end),
              refs: s.start < start ? [] : s.refs,
            }));
        const touching = ranges.filter((r) => r.start < end && r.end > start);
        expect(clip(segments(touching))).toEqual(clip(segments(ranges)));
      }),
    );
  });
});
