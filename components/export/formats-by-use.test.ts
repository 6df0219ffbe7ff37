import { expect, test } from 'vitest';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { formatsByUse } from './formats-by-use';

test('every format stands under one use, and no use is empty', () => {
  const uses = formatsByUse(offeredFormats);
  expect(
    uses
      .flatMap(({ offered }) => offered)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(offeredFormats.map(({ name }) => name).sort());
  expect(uses.filter(({ offered }) => offered.length === 0)).toEqual([]);
});
