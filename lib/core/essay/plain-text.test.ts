import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { canonicalText } from './canonical-text';
import type { EssayDocument } from './document';
import { blocks, plainText } from './plain-text';

const essay: EssayDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Title 😀' }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'more' }],
            },
          ],
        },
      ],
    },
    { type: 'horizontalRule' },
    { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'a\nb' }] },
  ],
};

describe('plain text', () => {
  test('joins textblocks by a blank line and counts a hard break as a line end', () => {
    expect(plainText(essay)).toBe('Title 😀\n\none\nmore\n\na\nb');
  });

  test('places are in UTF-16 code units and say where the block stands', () => {
    expect(blocks(essay)).toEqual([
      { ordinal: 0, start: 0, end: 8, kind: 'heading', text: 'Title 😀', path: [0] },
      { ordinal: 1, start: 10, end: 18, kind: 'paragraph', text: 'one\nmore', path: [1, 0, 0] },
      { ordinal: 2, start: 20, end: 23, kind: 'codeBlock', text: 'a\nb', path: [3] },
    ]);
  });

  test('the text of any document is canonical and cut exactly by its places', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = plainText(document);
        expect(text).toBe(canonicalText(text));
        for (const place of blocks(document)) {
          expect(text.slice(place.start, place.end)).toBe(place.text);
        }
      }),
    );
  });
});
