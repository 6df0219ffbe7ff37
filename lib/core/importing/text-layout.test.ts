import { expect, test } from 'vitest';
import { textLayout } from './text-layout';

const column = (...lengths: number[]) => lengths.map((length) => 'a'.repeat(length));

test.each<[name: string, lines: string[], layout: string]>([
  ['one line', ['a'], 'lines'],
  ['lines', ['a', 'b'], 'lines'],
  ['blank lines at the ends', ['', 'a', 'b', ''], 'lines'],
  ['a blank line between', ['a', '', 'b'], 'blocks'],
  ['verse', ['roses are red', 'violets are blue', '', 'sugar is sweet', 'and so are you'], 'blocks'],
  ['mail', column(70, 72, 69, 12, 0, 71, 66, 72, 30), 'wrapped'],
  ['mail in one block', column(70, 72, 69, 71, 30), 'wrapped'],
  ['mail with a long address', [...column(70, 72, 69, 71, 120, 30)], 'lines'],
  ['long lines', column(300, 0, 400, 200, 0, 500), 'blocks'],
])('%s', (_name, lines, layout) => {
  expect(textLayout(lines)).toBe(layout);
});
