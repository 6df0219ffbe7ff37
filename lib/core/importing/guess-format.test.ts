import { describe, expect, test } from 'vitest';
import { guessFormat, hasStructure } from './guess-format';

describe('guessFormat', () => {
  const cases: [claim: string, text: string, format: string][] = [
    ['prose is text', 'A keeper asked for a lamp.\n\n1. He got one.', 'text'],
    ['a hash tag is no heading', 'They said #lighthouse and 2 * 3 * 4.', 'text'],
    ['brackets of a note are no link', 'As shown [5](see below).', 'text'],
    ['an underscored_name is text', 'Set the log_level_name first.', 'text'],
    ['a heading is Markdown', 'Intro\n\n## What ships learned\n', 'markdown'],
    ['a link is Markdown', 'See [the source](https://example.org/a).', 'markdown'],
    ['a fence is Markdown', 'Run\n```\nls\n```', 'markdown'],
    ['front matter is Markdown', '---\ntitle: A\n---\nText', 'markdown'],
    ['a page is HTML', '<!DOCTYPE html><html><body>x', 'html'],
    ['a fragment is HTML', '  <p class="a">Text</p>', 'html'],
    ['a tag named in prose is text', 'The <p> element begins a paragraph.', 'text'],
    ['nothing is text', '', 'text'],
  ];
  test.each(cases)('%s', (_claim, text, format) => expect(guessFormat(text)).toBe(format));
});

describe('hasStructure', () => {
  test('a paragraph with emphasis has', () =>
    expect(hasStructure('<meta><p>An <em>essay</em></p>')).toBe(true));
  test('coloured code has not', () =>
    expect(hasStructure('<div style="color:#fff"><span>## a</span></div>')).toBe(false));
});
