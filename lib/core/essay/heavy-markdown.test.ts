import { expect, test } from 'vitest';
import { isHeavyMarkdown } from './heavy-markdown';

test.each<[name: string, source: string, heavy: boolean]>([
  ['prose', 'plain text - with a dash > and more\n'.repeat(10_000), false],
  ['24 quotes in quotes', `${'> '.repeat(24)}a`, false],
  ['25 quotes in quotes', `first\n${'> '.repeat(25)}a`, true],
  ['25 quotes without spaces', `${'>'.repeat(25)}a`, true],
  ['a mixture of containers', '1. - > '.repeat(9), true],
  ['a rule', '-'.repeat(500), false],
  ['numbers that are no list', `${'123 '.repeat(100)}`, false],
  ['code far to the right', `${' '.repeat(200)}a`, false],
  ['a staircase of lists', `${' '.repeat(300)}- a`, true],
  ['many marks in many paragraphs', '*a* [b](http://c.d)\n\n'.repeat(5000), false],
  ['20,001 paragraphs', 'a\n\n'.repeat(20_001), true],
  ['a hundred tables', '| a | b |\n|---|:-:|\n| c | d |\n\n'.repeat(100), false],
  ['a thousand tables', '| a | b |\n|---|:-:|\n| c | d |\n\n'.repeat(1000), true],
  ['many marks in one paragraph', '**a '.repeat(3000), true],
])('%s', (_name, source, heavy) => {
  expect(isHeavyMarkdown(source)).toBe(heavy);
});
