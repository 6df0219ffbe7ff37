import { expect, test } from 'vitest';
import { caseBlocks } from './case-blocks';

const text = 'One.\n\nTwo is longer.\n\n\n\nFour.';

test.each([
  ['nothing', [], []],
  ['a place in one', [[6, 9]], [6]],
  ['two blocks', [[2, 8]], [0, 6]],
  [
    'the last, and the first though it comes later',
    [
      [27, 29],
      [0, 3],
    ],
    [0, 24],
  ],
  ['not the one that begins where it ends', [[0, 6]], [0]],
])('blocks that are touched: %s', (_, spans, starts) => {
  const blocks = caseBlocks(
    text,
    spans.map(([start = 0, end = 0]) => ({ start, end })),
  );
  expect(blocks.map(({ start }) => start)).toEqual(starts);
  for (const block of blocks) expect(text.slice(block.start).startsWith(block.text)).toBe(true);
});
