import type { Tag } from '@/lib/core/api/groups';

/** Tags of an annotation in words and glyphs, in the vocabulary's order. */
export function TagLabels({ tags, slugs }: { tags: readonly Tag[]; slugs: readonly string[] }) {
  return tags
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ slug, slot, glyph, name }) => (
      <span key={slug} className={`note-tag k${slot}`}>
        <i aria-hidden="true">{glyph}</i>
        {name}
      </span>
    ));
}
