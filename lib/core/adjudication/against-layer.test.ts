import { describe, expect, test } from 'vitest';
import { againstLayer, type Matching } from './against-layer';

const span = (start: number, end: number, tag = 'claim') => ({ start, end, tags: [tag] });

test('annotators stand against the layer by spans and tokens, with the same tag, whatever the tag, or by one', () => {
  const text = {
    length: 20,
    annotators: [
      { id: 'ann', spans: [span(0, 5), span(10, 12, 'crux')] },
      { id: 'ben', spans: [span(0, 4)] },
      { id: 'cy', spans: [] },
    ],
  };
  const layer = [span(0, 5), span(10, 12)];
  const cases = layer.map((place) => ({ ...place, isDecided: true }));
  const figures = (tag: string | null, match: Matching = 'bounds') =>
    againstLayer(text, { layer, cases }, { tag, match }).map(({ id, exact, overlap, kappa }) => [
      id,
      ...[exact, overlap, kappa].map(({ value }) => value && Math.round(value * 1000) / 1000),
    ]);
  expect(figures(null)).toEqual([
    ['ann', 1, 1, 1],
    // One of two met: F1 2·1·½ / 1½. κ: Po 17/20, Pe (4·7 + 16·13)/400.
    ['ben', 0, 0.667, 0.634],
    ['cy', 0, 0, 0],
  ]);
  expect(figures(null, 'tags')).toEqual([
    // Her crux is decided to be a claim: one of two met. κ: Po 18/20, Pe (13·13 + 5·7)/400.
    ['ann', 0.5, 0.5, 0.796],
    ['ben', 0, 0.667, 0.634],
    ['cy', 0, 0, 0],
  ]);
  expect(figures('claim')[0]).toEqual(['ann', 0.667, 0.667, 0.765]);
  expect(againstLayer(text, { layer: [], cases }, { tag: 'failure-mode', match: 'tags' })[2]?.exact).toEqual({
    value: null,
    because: 'nothing-marked',
  });
});

describe('κ while something is left to decide', () => {
  const annotators = [{ id: 'ben', spans: [span(0, 4)] }];
  const kappa = (length: number, ...cases: [start: number, end: number, isDecided: boolean][]) =>
    againstLayer(
      { length, annotators },
      { layer: [span(0, 5)], cases: cases.map(([start, end, isDecided]) => ({ start, end, isDecided })) },
      { tag: null, match: 'tags' },
    )[0]?.kappa;

  test('is that of the text without the tokens that only undecided cases cover', () => {
    const alone = kappa(12, [0, 5, true]);
    expect(alone?.value).toBeCloseTo((11 / 12 - 76 / 144) / (1 - 76 / 144), 12);
    expect(kappa(20, [0, 5, true], [12, 20, false])).toEqual(alone);
    expect(kappa(20, [0, 5, true], [2, 13, false])).toEqual(alone);
    expect(kappa(20, [0, 5, true], [12, 20, true])?.value).toBeGreaterThan(alone?.value ?? 1);
  });

  test('is undefined while fewer than half of the cases are decided', () => {
    const open: [number, number, boolean][] = [
      [12, 14, false],
      [15, 20, false],
    ];
    expect(kappa(20, [0, 5, true], ...open)).toEqual({ value: null, because: 'few-decided' });
    expect(kappa(20, [0, 5, true], [6, 8, true], ...open)?.because).toBeNull();
  });
});

test('a mark with two tags counts for each, and one with the same tags is the same', () => {
  const both = { start: 0, end: 4, tags: ['claim', 'crux'] };
  const annotators = [
    { id: 'ann', spans: [{ ...both, tags: ['crux', 'claim'] }] },
    { id: 'ben', spans: [span(0, 4)] },
  ];
  const decided = { layer: [both], cases: [{ start: 0, end: 4, isDecided: true }] };
  const figures = againstLayer({ length: 8, annotators }, decided, { tag: null, match: 'tags' });
  expect(figures.map(({ passages, exact, kappa }) => [passages, exact.value, kappa.value])).toEqual([
    [2, 1, 1],
    // Precision 1, recall ½. κ: Po 4/8, Pe 16/64.
    [1, 2 / 3, 1 / 3],
  ]);
});

test('what was decided is gone through once, however many annotators there are', () => {
  const looks = (people: number) => {
    let found = 0;
    const layer = Array.from({ length: 20 }, (_, i) => ({
      start: 5 * i,
      end: 5 * i + 3,
      get tags() {
        found++;
        return ['claim'];
      },
    }));
    const annotators = Array.from({ length: people }, (_, i) => ({ id: `${i}`, spans: [span(0, 3)] }));
    const cases = layer.map(({ start, end }) => ({ start, end, isDecided: true }));
    for (const tag of [null, 'claim'])
      againstLayer({ length: 100, annotators }, { layer, cases }, { tag, match: 'tags' });
    return found;
  };
  expect(looks(30)).toBe(looks(1));
});
