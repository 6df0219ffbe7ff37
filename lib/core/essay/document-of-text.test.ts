import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import { documentOfText } from './document-of-text';
import { parseDocument } from './document-schema';
import { plainText } from './plain-text';

describe('a document made of a text', () => {
  test('has that text, whatever document it was the text of', () => {
    fc.assert(
      fc.property(arbitraryDocument().map(plainText), (text) => {
        fc.pre(text !== '');
        expect(plainText(parseDocument(documentOfText(text)))).toBe(text);
      }),
    );
  });

  test.each(['a', 'a\n\nb', 'a\nb', '\n\na', 'a\n\n', 'a\n\n\n\nb', 'a\n\n\nb', '\n\n\n\n\n', '\n'])(
    'has the text %j',
    (text) => {
      expect(plainText(parseDocument(documentOfText(text)))).toBe(text);
    },
  );

  test('begins with its title, when the text does', () => {
    const { content } = documentOfText('The Fox\n\nIt sat.', 'The Fox');
    expect(content.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    expect(documentOfText('The Fox\n\nIt sat.', 'A Fox').content[0]?.type).toBe('paragraph');
  });
});
