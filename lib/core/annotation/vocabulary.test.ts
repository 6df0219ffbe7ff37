import { describe, expect, test } from 'vitest';
import { builtInTags, freeLook, reservedKeys } from './vocabulary';

describe('the built-in words', () => {
  const looks = [...builtInTags, freeLook];

  test.each(['slot', 'line', 'glyph'] as const)('and the free look each have a %s of their own', (part) => {
    expect(new Set(looks.map((look) => look[part])).size).toBe(looks.length);
  });

  test('have different shortcuts, none of which the reader uses', () => {
    const keys = builtInTags.map((tag) => tag.shortcut);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => reservedKeys.has(key))).toEqual([]);
  });
});
