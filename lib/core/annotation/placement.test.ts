import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowds, type NoteBox, place } from './placement';

const note = (anchor: number, height: number, id = `at ${anchor}`): NoteBox => ({ id, anchor, height });

describe('place', () => {
  test.each<[string, NoteBox[], string | null, number[]]>([
    ['nothing', [], null, []],
    ['alone, at its anchor', [note(100, 50)], null, [100]],
    ['far apart, at their anchors', [note(0, 50), note(100, 50)], null, [0, 100]],
    ['touching with the gap, at their anchors', [note(0, 50), note(58, 50)], null, [0, 58]],
    ['two for one line share the way', [note(100, 50, 'a'), note(100, 50, 'b')], null, [71, 129]],
    ['none rises above the top', [note(10, 50, 'a'), note(10, 50, 'b')], null, [0, 58]],
    [
      'the focused one stands still, the next gives way',
      [note(100, 50, 'a'), note(100, 50, 'b')],
      'a',
      [100, 158],
    ],
    [
      'the focused one stands still, the one before gives way',
      [note(100, 50, 'a'), note(100, 50, 'b')],
      'b',
      [42, 100],
    ],
    [
      'notes before it stay where there is room',
      [note(0, 50), note(100, 50), note(120, 50)],
      'at 120',
      [0, 62, 120],
    ],
    ['the focused one pushes even above the top', [note(0, 50, 'a'), note(20, 50, 'b')], 'b', [-38, 20]],
    ['an unknown focus changes nothing', [note(0, 50), note(100, 50)], 'gone', [0, 100]],
  ])('%s', (_name, notes, focused, tops) => {
    expect(place(notes, focused)).toEqual(tops);
  });

  const notesArbitrary = fc
    .array(fc.tuple(fc.nat(3000), fc.integer({ min: 20, max: 400 })), { minLength: 1, maxLength: 40 })
    .map((list) =>
      list.sort((a, b) => a[0] - b[0]).map(([anchor, height], i) => note(anchor, height, `${i}`)),
    );
  const focusArbitrary = fc.option(fc.nat(60).map(String));
  const movement = (notes: NoteBox[], tops: number[]) =>
    notes.reduce((sum, { anchor }, i) => sum + (tops[i]! - anchor) ** 2, 0);
  /** Every note as high as it can be below the one before: what most side-note scripts do. */
  const greedy = (notes: NoteBox[]) => {
    let free = 0;
    return notes.map(({ anchor, height }) => {
      const at = Math.max(anchor, free);
      free = at + height + 8;
      return at;
    });
  };

  test('no two overlap, order is kept, the focused one is exact', () => {
    fc.assert(
      fc.property(notesArbitrary, focusArbitrary, (notes, focused) => {
        const tops = place(notes, focused);
        for (let i = 1; i < notes.length; i++)
          expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(notes[i - 1]!.height + 8 - 1e-6);
        const pin = notes.findIndex(({ id }) => id === focused);
        if (pin >= 0) expect(tops[pin]).toBeCloseTo(notes[pin]!.anchor, 9);
      }),
    );
  });

  test('moves no more than greedy stacking', () => {
    fc.assert(
      fc.property(notesArbitrary, (notes) => {
        expect(movement(notes, place(notes))).toBeLessThanOrEqual(movement(notes, greedy(notes)) + 1e-6);
      }),
    );
  });

  test('cannot be improved by moving any pool of neighbours', () => {
    fc.assert(
      fc.property(notesArbitrary, fc.nat(), fc.nat(), fc.constantFrom(-1, 1), (notes, a, b, step) => {
        const tops = place(notes);
        const [from, to] = [a % notes.length, b % notes.length].sort((x, y) => x - y) as [number, number];
        const moved = tops.map((top, i) => (i >= from && i <= to ? top + step : top));
        const allowed = moved.every((top, i) => top >= (i ? moved[i - 1]! + notes[i - 1]!.height + 8 : 0));
        if (allowed) expect(movement(notes, moved)).toBeGreaterThanOrEqual(movement(notes, tops) - 1e-6);
      }),
    );
  });

  test('placing what is placed moves nothing', () => {
    fc.assert(
      fc.property(notesArbitrary, focusArbitrary, (notes, focused) => {
        const tops = place(notes, focused);
        const again = place(
          notes.map((one, i) => ({ ...one, anchor: tops[i]! })),
          focused,
          Math.min(...tops, 0),
        );
        for (const [i, top] of again.entries()) expect(top).toBeCloseTo(tops[i]!, 6);
      }),
    );
  });
});

describe('crowds', () => {
  test.each<[string, number[], string | null, string[][]]>([
    ['three on a line are notes', [10, 10, 10], null, []],
    ['four on a line are a count', [10, 10, 10, 10], null, [['0', '1', '2', '3']]],
    ['four within 60 px are a count', [10, 30, 50, 69], null, [['0', '1', '2', '3']]],
    ['reach is measured from the first, so crowds do not chain', [0, 20, 40, 60, 80, 100], null, []],
    [
      'two crowds',
      [0, 0, 0, 0, 90, 90, 90, 90],
      null,
      [
        ['0', '1', '2', '3'],
        ['4', '5', '6', '7'],
      ],
    ],
    ['the focused one steps out of its crowd', [0, 0, 0, 0, 0], '2', [['0', '1', '3', '4']]],
    ['and may dissolve it', [0, 0, 0, 0], '2', []],
  ])('%s', (_name, anchors, focused, found) => {
    expect(
      crowds(
        anchors.map((anchor, i) => ({ id: `${i}`, anchor })),
        focused,
      ),
    ).toEqual(found);
  });
});
