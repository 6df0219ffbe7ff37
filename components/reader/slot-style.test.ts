import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Tag } from '@/lib/core/api/groups';
import { edges, slotStyle } from './slot-style';

const tag = (slot: number, rest: Partial<Tag>): Tag => ({
  slug: 'x',
  name: 'X',
  definition: '',
  slot,
  line: 'solid',
  glyph: '◆',
  shortcut: null,
  retired: false,
  ...rest,
});

/** The text in the image of a glyph. */
const drawn = (image: string | undefined) =>
  decodeURIComponent(image ?? '').match(/<text.*<\/text>/)?.[0] ?? '';

test('a slot looks like its first word still in use', () => {
  const style = slotStyle([
    tag(1, { line: 'dotted', glyph: '†', retired: true }),
    tag(1, { line: 'dashed', glyph: '‡' }),
    tag(1, { line: 'double', glyph: '●' }),
  ]);
  expect(Object.keys(style)).toEqual(['--line-1', '--glyph-1']);
  expect(style['--line-1']).toBe('dashed');
  expect(drawn(style['--glyph-1'])).toMatch(/>‡<\/text>$/);
});

test.each(['"\\', '</text>', "');", '&'])('the glyph %s cannot break out of its image', (glyph) => {
  const [, image] = /^url\("(.*)"\) 0 0/.exec(slotStyle([tag(2, { glyph })])['--glyph-2']!)!;
  expect(image).toMatch(/^[^"\\\s<>]*$/);
  const [, inside] = /<text[^>]*>(.*)<\/text><\/svg>/.exec(decodeURIComponent(image!))!;
  expect(inside).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
});

test('glyphs have the colours of their edges', () => {
  const tokens = readFileSync('app/globals.css', 'utf8');
  edges.forEach(([light, dark], i) => {
    expect(tokens).toContain(`--hl-${i + 1}-edge: light-dark(${light}, ${dark});`);
  });
});

test.each([...'◆▲■●'])('the usual glyph %s needs no image', (glyph) => {
  expect(slotStyle([tag(1, { glyph })])['--glyph-1']).not.toContain('url(');
});
