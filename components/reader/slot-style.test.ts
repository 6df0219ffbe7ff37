import { expect, test } from 'vitest';
import type { Tag } from '@/lib/core/api/groups';
import { slotStyle } from './slot-style';

const tag = (slot: number, rest: Partial<Tag>): Tag => ({
  ...{
    slug: 'x',
    name: 'X',
    definition: '',
    slot,
    line: 'solid',
    glyph: '◆',
    shortcut: null,
    retired: false,
  },
  ...rest,
});

test('a slot looks like its first word still in use, and glyphs cannot break out of their string', () => {
  const style = slotStyle([
    tag(1, { line: 'dotted', glyph: '†', retired: true }),
    tag(1, { line: 'dashed', glyph: '▲' }),
    tag(1, { line: 'double', glyph: '●' }),
    tag(2, { glyph: '"\\' }),
  ]);
  expect(style).toEqual({
    '--line-1': 'dashed',
    '--glyph-1': '"▲"',
    '--line-2': 'solid',
    '--glyph-2': '"\\"\\\\"',
  });
});
