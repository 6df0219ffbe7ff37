import { builtInTags } from '@/lib/core/annotation/vocabulary';
import type { CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';

/** The word and look that a group has for a kind of card, or the one that every group begins with. */
export function kindTag(kind: CardKind, tags: readonly Tag[]): Pick<Tag, 'name' | 'glyph' | 'slot' | 'line'> {
  return [...tags, ...builtInTags].find(({ slug }) => slug === kind)!;
}
