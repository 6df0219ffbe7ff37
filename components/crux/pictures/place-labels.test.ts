import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels } from './place-labels';

const taken = [{ left: 150, top: 0, right: 200, bottom: 20 }];
const room = { left: 0, top: 0, right: 200, bottom: 100 };
const forms = [
  { width: 60, height: 12 },
  { width: 14, height: 12 },
];

describe('labels', () => {
  test('stand to the right of a point with room around it', () => {
    expect(placeLabels([{ x: 50, y: 50, forms }], { room, radius: 5, taken: [] })).toEqual([
      { form: 0, x: 60, y: 50, anchor: 'start' },
    ]);
  });

  test('change sides at the edge, and become short where the words find no room', () => {
    const narrow = { ...room, right: 70 };
    expect(placeLabels([{ x: 190, y: 50, forms }], { room, radius: 5, taken: [] })[0]).toMatchObject({
      anchor: 'end',
    });
    expect(placeLabels([{ x: 35, y: 50, forms }], { room: narrow, radius: 5, taken: [] })[0]).toMatchObject({
      form: 0,
      anchor: 'middle',
    });
    expect(
      placeLabels([{ x: 20, y: 50, forms }], { room: { ...room, right: 50 }, radius: 5, taken: [] })[0],
    ).toMatchObject({ form: 1, anchor: 'start' });
  });

  test('keep off another point far enough to be told whose they are', () => {
    const points = [
      { x: 50, y: 50, forms },
      { x: 127, y: 50, forms: [] },
    ];
    expect(placeLabels(points, { room, radius: 5, taken: [] })[0]).not.toMatchObject({ anchor: 'start' });
  });

  test('stand to the right in other words sooner than elsewhere, and as a last resort anywhere', () => {
    const three = [{ width: 120, height: 12 }, ...forms];
    expect(placeLabels([{ x: 125, y: 50, forms: three }], { room, radius: 5, taken: [] })[0]).toMatchObject({
      form: 1,
      anchor: 'start',
    });
  });

  test('are left out rather than put on top of others', () => {
    const crowd = Array.from({ length: 60 }, () => ({ x: 100, y: 50, forms }));
    expect(placeLabels(crowd, { room, radius: 5, taken: [] }).at(-1)).toBeNull();
  });

  test('never hide each other or another point', () => {
    const point = fc.record({
      x: fc.integer({ min: 5, max: 195 }),
      y: fc.integer({ min: 5, max: 95 }),
      forms: fc.constant(forms),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 25 }), (points) => {
        const boxes = placeLabels(points, { room, radius: 5, taken }).map((place) => {
          if (!place) return null;
          const { width, height } = forms[place.form]!;
          const left = place.x - { start: 0, middle: width / 2, end: width }[place.anchor];
          return { left, right: left + width, top: place.y - height / 2, bottom: place.y + height / 2 };
        });
        for (const [i, a] of boxes.entries()) {
          if (!a) continue;
          for (const b of [...boxes.slice(i + 1), ...taken])
            expect(
              b !== null && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
            ).toBe(false);
          for (const [j, { x, y }] of points.entries())
            expect(j !== i && a.left < x + 5 && a.right > x - 5 && a.top < y + 5 && a.bottom > y - 5).toBe(
              false,
            );
        }
      }),
    );
  });
});
