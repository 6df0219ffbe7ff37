import { expect, test } from 'vitest';
import { firstPace, further, stepAfter } from './pace';

test('what follows is read in few steps, also where all of it is hidden', () => {
  for (const [most, having, got] of [
    [200, 240, 200],
    [200, 240, 0],
    [1_000, 1_200, 1_000],
  ] as const) {
    let [read, steps] = [having as number, 0];
    for (; read < 100_000; steps++) read += stepAfter({ most, got, having: read });
    expect(steps).toBeLessThan(20);
  }
});

test('no step is longer than one statement bears, nor many times as long as all before', () => {
  expect(stepAfter({ most: 200, got: 0, having: 90_000 })).toBe(20_000);
  expect(stepAfter({ most: 200, got: 1, having: 240 })).toBe(960);
});

test('it walks on, no shorter than before, unless fewer fit in all than it would walk past', () => {
  const from = { created: new Date('2026-11-20T12:00Z'), id: '' };
  const pace = { ...firstPace(200, from), step: 300 };
  const next = (found: number, span = 3_600_000) => further(pace, { found, span, entries: 1_000_000 });
  expect(next(199)).toEqual({ ...pace, back: 4_500 });
  expect(further({ ...pace, step: 2 }, { found: 190, span: 1, entries: 10_000 })).toMatchObject({
    back: 1_000,
  });
  expect(next(9)).toEqual({ ...pace, source: 'indexed', back: new Date('2026-11-16T18:00Z') });
  expect(next(0, 60_000)).toEqual({ ...pace, source: 'indexed', back: new Date('2026-11-19T21:00Z') });
});

test('where times tell nothing, all that has the words is looked for', () => {
  const pace = firstPace(200, { created: new Date('2026-11-20T12:00Z'), id: '' });
  const back = (read: { found: number; span: number }) => further(pace, { ...read, entries: 1_000_000 }).back;
  expect(back({ found: 2, span: 0 })).toBeNull();
  expect(back({ found: 1, span: 200 * 365 * 86_400_000 })).toBeNull();
});
