import { describe, expect, test } from 'vitest';
import type { Block, EssayDocument, HeadingLevel } from './document';
import { beginsWithTitle, outline } from './outline';

const heading = (level: HeadingLevel, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

const essay: EssayDocument = {
  type: 'doc',
  content: [
    heading(1, 'On   Names'),
    { type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] },
    { type: 'blockquote', content: [heading(3, 'Été, naïve')] },
    heading(2, 'constructor'),
    heading(2, 'constructor'),
  ],
};

describe('outline', () => {
  test('lists headings wherever they stand, by their ordinal among textblocks', () => {
    expect(outline(essay)).toEqual([
      { ordinal: 0, level: 1, text: 'On   Names', anchor: 'h-on-names' },
      { ordinal: 2, level: 3, text: 'Été, naïve', anchor: 'h-été-naïve' },
      { ordinal: 3, level: 2, text: 'constructor', anchor: 'h-constructor' },
      { ordinal: 4, level: 2, text: 'constructor', anchor: 'h-constructor--2' },
    ]);
  });

  test.each([
    ['On Names', true],
    [' On  Names\n', true],
    ['On names', false],
    ['', false],
  ])('the text begins with the title %j: %s', (title, expected) => {
    expect(beginsWithTitle(essay, title)).toBe(expected);
  });
});
