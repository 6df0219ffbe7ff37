import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted, isNear, moved, opened, openedHeight, showing, zoomed } from './visible-box';

const whole = { x: 0, y: 0, width: 2000, height: 1000 };
const box = { x: 500, y: 250, width: 1000, height: 500 };

describe('the visible part', () => {
  test('shows the whole in the shape of its frame, and nothing larger than words need', () => {
    expect(fitted(whole, { width: 1000, height: 1000 })).toEqual({
      x: 0,
      y: -500,
      width: 2000,
      height: 2000,
    });
    expect(fitted(whole, { width: 2000, height: 500 })).toEqual({
      x: -1000,
      y: 0,
      width: 4000,
      height: 1000,
    });
    expect(fitted(whole, { width: 4000, height: 2000 }).width).toBe(3600);
  });

  const frame = { width: 1000, height: 500 };
  const card = { x: 900, y: 480, width: 200, height: 60 };
  test.each<[string, typeof frame, typeof card, typeof box]>([
    [
      'the whole, where it can be read',
      { width: 1800, height: 900 },
      card,
      fitted(whole, { width: 1800, height: 900 }),
    ],
    [
      'the whole, a little smaller, rather than without its last column',
      { width: 1400, height: 700 },
      card,
      fitted(whole, { width: 1400, height: 700 }),
    ],
    [
      'all columns, where no more than the height is too much',
      { width: 1600, height: 300 },
      card,
      { x: 0, y: 322.5, width: 2000, height: 375 },
    ],
    ['a readable part around what matters most', frame, card, { x: 400, y: 210, width: 1200, height: 600 }],
    [
      'no more than there is at an edge',
      frame,
      { ...card, x: 0, y: 0 },
      { x: 0, y: 0, width: 1200, height: 600 },
    ],
  ])('opens with %s', (_, size, heart, expected) => {
    expect(opened(whole, size, heart)).toEqual(expected);
  });

  test('opens in a frame as high as what it shows, at a distance at which words are read', () => {
    expect(openedHeight(whole, 400)).toBeCloseTo(1000 / 1.2);
    expect(openedHeight(whole, 2000)).toBe(1000);
    expect(openedHeight(whole, 8000)).toBeCloseTo(1000 / 0.9);
  });

  test('keeps the point under the pointer while it is zoomed', () => {
    const next = zoomed(box, whole, { factor: 0.5, at: { x: 700, y: 300 } });
    expect(next).toEqual({ x: 600, y: 275, width: 500, height: 250 });
  });

  test('keeps its shape, some of the drawing and a sensible size, whatever is done to it', () => {
    const step = fc.record({
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const end = steps.reduce((at, { factor, x, y }) => {
          const next = zoomed(at, whole, { factor, at: { x, y } });
          return moved(next, whole, { x, y });
        }, box);
        expect(end.width / end.height).toBeCloseTo(2);
        expect(end.width).toBeGreaterThanOrEqual(260 - 1e-6);
        expect(end.width).toBeLessThanOrEqual(2300 + 1e-6);
        expect(end.x + end.width / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(end.x + end.width / 2).toBeLessThanOrEqual(2000 + 1e-6);
      }),
    );
  });

  test.each([
    ['in it', { x: 600, y: 300 }, true],
    ['half its width beside it', { x: 1800, y: 300 }, true],
    ['farther to the right', { x: 1900, y: 300 }, false],
    ['farther below', { x: 600, y: 1000 }, false],
    ['farther to the left', { x: -200, y: 300 }, false],
  ])('a card %s: near is %s', (_, place, isTrue) => {
    expect(isNear(place, box)).toBe(isTrue);
  });

  test('moves to what it does not show, and no further', () => {
    const card = { x: 600, y: 300, width: 200, height: 60 };
    expect(showing(box, whole, card)).toEqual(box);
    expect(showing(box, whole, { ...card, x: 1400 }).x).toBe(624);
    expect(showing(box, whole, { ...card, x: 400 }).x).toBe(376);
  });
});
