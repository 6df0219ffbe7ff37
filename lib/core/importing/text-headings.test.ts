import { describe, expect, test } from 'vitest';
import { element } from './element';
import { paragraph } from './text-blocks';
import { markHeadings } from './text-headings';

const prose = 'The group that reads together sees more than any of its members, and it argues better too.';

/** Tag names after marking; the first block is prose, so that no line is taken for the title. */
function tagsOf(...lines: string[]): string[] {
  const blocks = [prose, ...lines].map((line) => (line === '---' ? element('hr', []) : paragraph(line)));
  markHeadings(blocks);
  return blocks.slice(1).map(({ tagName }) => tagName);
}

describe('headings in plain text', () => {
  test.each([
    'Human Values',
    'TL;DR',
    'LLMs',
    'Reasoning and Chain-of-thought',
    '2. Methods',
    '3 Results (and what they mean)',
    'Was bleibt',
    'Что делать',
    '結論',
    'Notes on Scott[3]',
  ])('%j over prose is one', (line) => {
    expect(tagsOf(line, prose)).toEqual(['h2', 'p']);
  });

  test.each([
    'So it is.',
    'Why not?',
    'To sum up:',
    'Well…',
    'and so on',
    '“A quotation”',
    'https://example.org',
    '1234',
    '— Ann',
    'This line goes on and on, and has more words than any heading that one would want to read',
  ])('%j over prose is none', (line) => {
    expect(tagsOf(line, prose)).toEqual(['p', 'p']);
  });

  test('two in a row are headings, three are a list', () => {
    expect(tagsOf('One', 'Two', prose)).toEqual(['h2', 'h2', 'p']);
    expect(tagsOf('One', 'Two', 'Three', prose)).toEqual(['p', 'p', 'p', 'p']);
  });

  test('nothing long under it: no heading', () => {
    expect(tagsOf('One', 'short.')).toEqual(['p', 'p']);
    expect(tagsOf('One')).toEqual(['p']);
    expect(tagsOf('One', '---')).toEqual(['p', 'hr']);
  });
});

describe('the title of a plain text', () => {
  const titleOf = (...lines: string[]) => {
    const blocks = lines.map(paragraph);
    markHeadings(blocks);
    return blocks[0]!.tagName === 'h1';
  };

  test.each<[name: string, lines: string[], isTitle: boolean]>([
    ['a line over prose', ['On Names', prose], true],
    ['a question', ['What is a crux?', prose], true],
    ['a line in lower case', ['on names', prose], true],
    ['a by-line between', ['On Names', 'Ann Lee', prose], true],
    ['a sentence', ['It rained.', prose], false],
    ['an address', ['https://a.b', prose], false],
    ['prose', [prose, prose], false],
    ['nothing after it', ['On Names'], false],
    ['short lines after it', ['Milk', 'Eggs', 'Bread'], false],
  ])('%s: %s', (_name, lines, isTitle) => {
    expect(titleOf(...lines)).toBe(isTitle);
  });
});
