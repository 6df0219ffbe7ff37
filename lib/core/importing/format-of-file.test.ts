import { expect, test } from 'vitest';
import { formatOfFile } from './format-of-file';

test.each([
  ['essay.txt', 'text'],
  ['Essay.MD', 'markdown'],
  ['a.b.markdown', 'markdown'],
  ['/home/ann/page.htm', 'html'],
  ['essay.pdf', undefined],
  ['markdown', undefined],
  ['folder.md/essay', undefined],
])('%s holds %s', (name, format) => {
  expect(formatOfFile(name)).toBe(format);
});
