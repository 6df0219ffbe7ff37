import { expect, test } from 'vitest';
import { againstLayer } from './against-layer';

const span = (start: number, end: number, tag = 'claim') => ({ start, end, tags: [tag] });

test('annotators stand against the layer by spans and tokens, whatever the tag or by one', () => {
  const text = {
    length: 20,
    annotators: [
      { id: 'ann', spans: [span(0, 5), span(10, 12, 'crux')] },
      { id: 'ben', spans: [span(0, 4)] },
      { id: 'cy', spans: [] },
    ],
  };
  const layer = [span(0, 5), span(10, 12)];
  const figures = (tag: string | null) =>
    againstLayer(text, layer, tag).map(({ id, exact, overlap, kappa }) => [
      id,
      ...[exact, overlap, kappa].map(({ value }) => value && Math.round(value * 1000) / 1000),
    ]);
  expect(figures(null)).toEqual([
    ['ann', 1, 1, 1],
    // One of two met: F1 2·1·½ / 1½. κ: Po 17/20, Pe (4·7 + 16·13)/400.
    ['ben', 0, 0.667, 0.634],
    ['cy', 0, 0, 0],
  ]);
  expect(figures('claim')[0]).toEqual(['ann', 0.667, 0.667, 0.765]);
  expect(againstLayer(text, [], 'failure-mode')[2]?.exact).toEqual({
    value: null,
    because: 'nothing-marked',
  });
});
