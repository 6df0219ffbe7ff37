import type { Tag } from '@/lib/core/api/groups';

/** A tag as glyph, name and edge: told apart by shape and line, not by colour alone. */
export function TagChip({ tag }: { tag: Pick<Tag, 'name' | 'glyph' | 'slot' | 'line'> }) {
  const style = {
    '--chip-edge': `var(--hl-${tag.slot}-edge)`,
    '--chip-tint': `var(--hl-${tag.slot}-tint)`,
    borderBottomStyle: tag.line,
  } as React.CSSProperties;
  return (
    <span
      style={style}
      className="inline-flex items-center gap-1 rounded-t-sm border-(--chip-edge) border-b-2 bg-(--chip-tint) px-1.5 py-px font-medium text-ink text-xs leading-5"
    >
      <span aria-hidden="true" className="text-(--chip-edge)">
        {tag.glyph}
      </span>
      {tag.name}
    </span>
  );
}
