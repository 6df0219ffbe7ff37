import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside } from './beside';

const window = { width: 1000, height: 800 };
const size = { width: 300, height: 40 };
const target = (left: number, top: number, bottom = top + 20) => ({ left, right: left + 50, top, bottom });

test.each([
  ['below', target(100, 100), { left: 100, top: 128 }],
  ['above at the lower edge', target(100, 770), { left: 100, top: 722 }],
  ['kept inside on the right', target(950, 100), { left: 692, top: 128 }],
  ['kept inside on the left', target(-20, 100), { left: 8, top: 128 }],
  ['at the lower edge when the target fills the window', target(100, 0, 800), { left: 100, top: 752 }],
])('%s', (_, box, place) => {
  expect(beside(box, size, window)).toEqual(place);
});

test.each([
  ['above', target(100, 100), { left: 100, top: 52 }],
  ['below at the upper edge', target(100, 20), { left: 100, top: 48 }],
  ['above at the lower edge', target(100, 770), { left: 100, top: 722 }],
])('where above is tried first: %s', (_, box, place) => {
  expect(beside(box, size, { ...window, first: 'above' })).toEqual(place);
});

test.each([
  ['above', target(100, 150), { left: 100, top: 102 }],
  ['below where above is taken', target(100, 130), { left: 100, top: 158 }],
  ['below what is taken when the target is above the window', target(100, -300), { left: 100, top: 98 }],
  ['at the lower edge when the target is below the window', target(100, 2000), { left: 100, top: 752 }],
])('in a room that begins lower: %s', (_, box, place) => {
  expect(beside(box, size, { ...window, top: 90, first: 'above' })).toEqual(place);
});

test('never leaves the window, and covers the target only where there is no room on either side', () => {
  const coordinate = fc.integer({ min: -100, max: 1100 });
  fc.assert(
    fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 300 }), (left, top, height) => {
      const box = target(left, top, top + height);
      const at = beside(box, size, window);
      expect(at.left).toBeGreaterThanOrEqual(8);
      expect(at.left + size.width).toBeLessThanOrEqual(992);
      expect(at.top).toBeGreaterThanOrEqual(8);
      expect(at.top + size.height).toBeLessThanOrEqual(792);
      const covers = at.top < box.bottom && at.top + size.height > box.top;
      if (covers) expect(box.bottom + 56 > 800 && box.top - 56 < 0).toBe(true);
    }),
  );
});
