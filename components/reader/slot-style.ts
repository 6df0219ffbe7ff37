import type { CSSProperties } from 'react';
import type { Tag } from '@/lib/core/api/groups';

/**
 * Line and glyph of each colour slot, as properties that highlights.css reads. A mark knows its slot only, so where
 * two words share one, the first that is still in use gives the looks.
 */
export function slotStyle(tags: readonly Tag[]): CSSProperties {
  const style: Record<string, string> = {};
  for (const { slot, line, glyph } of tags.toSorted((a, b) => Number(a.retired) - Number(b.retired))) {
    style[`--line-${slot}`] ??= line;
    style[`--glyph-${slot}`] ??= JSON.stringify(glyph);
  }
  return style;
}
