import { expect, test } from 'vitest';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { packedAs } from './packed-as';

test('what arrives is said once, and said of every format', () => {
  const words = new Map(offeredFormats.map((format) => [format.name, packedAs(format)]));
  expect([words.get('csv'), words.get('brat'), words.get('bundle')]).toEqual([
    '.csv',
    '.ann, several files as a ZIP',
    'several files as a ZIP',
  ]);
  for (const said of words.values()) expect(said).toMatch(/^(\.\w+)?(, )?(several files as a ZIP)?$/);
});
