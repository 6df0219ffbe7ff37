import { expect, test } from 'vitest';
import { sizeWords } from './size-words';

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [46_389, '46.4 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [12_345_678, '12.3 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
