import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingWords } from './opening-words';

const cases: [claim: string, text: string, most: number, title: string][] = [
  ['a short line is kept whole', 'The lighthouse\n\nA year passed.', 80, 'The lighthouse'],
  ['a line of just the length is not cut', 'twelve chars', 12, 'twelve chars'],
  [
    'a long line ends at a word',
    'One worry is that persona-trained AI could deceive',
    44,
    'One worry is that persona-trained AI could…',
  ],
  ['a word that ends at the limit is kept', 'aaaa bbbb cccc', 9, 'aaaa bbbb…'],
  [
    'no comma or dash stands before the dots',
    'It works, they say, – but for whom',
    21,
    'It works, they say…',
  ],
  ['an endless word is cut', 'x'.repeat(30), 10, `${'x'.repeat(10)}…`],
  ['a text without spaces keeps its graphemes', '葛󠄀'.repeat(8), 10, `${'葛󠄀'.repeat(3)}…`],
  ['an empty text has no title', '', 10, ''],
];

test.each(cases)('%s', (_claim, text, most, title) => {
  expect(openingWords(text, most)).toBe(title);
});

test('a title is well formed, short enough, and how the text begins', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 10, max: 80 }),
      (text, most) => {
        const title = openingWords(text, most);
        expect(title.isWellFormed()).toBe(true);
        expect(title.length).toBeLessThanOrEqual(most + 1);
        expect(text.split('\n')[0]!.trim().startsWith(title.replace(/…$/, ''))).toBe(true);
      },
    ),
  );
});
