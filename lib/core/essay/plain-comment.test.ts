import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentToText } from './comment-document';
import { plainComment } from './plain-comment';

test.each([
  ['nothing', '', [{ type: 'paragraph' }]],
  ['one line', 'a *b*', [{ type: 'paragraph', content: [{ type: 'text', text: 'a *b*' }] }]],
  [
    'a line end is a break',
    'a\nb',
    [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
      },
    ],
  ],
  [
    'a blank line parts paragraphs',
    'a\n \nb',
    [
      { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'b' }] },
    ],
  ],
])('%s', (_, text, content) => {
  expect(plainComment(text)).toEqual({ type: 'doc', content });
});

test('no visible character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ', '😀', '*') }), (text) => {
      expect(commentToText(plainComment(text)).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
