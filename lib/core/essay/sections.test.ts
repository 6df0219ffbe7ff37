import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document';
import type { Block, EssayDocument, HeadingLevel } from './document';
import { plainText } from './plain-text';
import { sections } from './sections';

const text = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const heading = (level: HeadingLevel, words: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: words }],
});
const doc = (...content: Block[]): EssayDocument => ({ type: 'doc', content });

describe('sections', () => {
  test.each<[string, EssayDocument, [block: number, title: string | null][]]>([
    ['of a text without headings: the whole', doc(text('One.'), text('Two.')), [[0, null]]],
    [
      'begin before the first heading, and at every other',
      doc(text('Before.'), heading(2, 'A'), text('a'), heading(3, 'B'), text('b')),
      [
        [0, null],
        [1, 'A'],
        [3, 'B'],
      ],
    ],
    [
      'are not made of headings alone',
      doc(heading(1, 'Title'), heading(2, 'A'), text('a'), heading(2, 'End')),
      [[1, 'A']],
    ],
    ['of nothing are none', doc(), []],
  ])('%s', (_, document, expected) => {
    expect(sections(document).map(({ block, title }) => [block, title])).toEqual(expected);
  });

  test('lie apart, in order, within the text', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const { length } = plainText(document);
        let last = 0;
        for (const { start, end } of sections(document)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(length);
      }),
    );
  });
});
