import { describe, expect, test } from 'vitest';
import { builtInTags, reservedKeys } from './vocabulary';

describe('the built-in words', () => {
  test.each(['slot', 'line', 'glyph'] as const)('each have a %s of their own', (part) => {
    expect(new Set(builtInTags.map((tag) => tag[part])).size).toBe(builtInTags.length);
  });

  test('have different shortcuts, none of which the reader uses', () => {
    const keys = builtInTags.map((tag) => tag.shortcut ?? '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => reservedKeys.has(key))).toEqual([]);
  });
});
