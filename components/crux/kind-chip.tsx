import { TagChip } from '@/components/annotation/tag-chip';
import { builtInTags } from '@/lib/core/annotation/vocabulary';
import type { CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';

/** What kind of statement a card is, in the word and look that the group has for it. */
export function KindChip({ kind, tags }: { kind: CardKind; tags: readonly Tag[] }) {
  const tag = [...tags, ...builtInTags].find(({ slug }) => slug === kind);
  return tag && <TagChip tag={tag} />;
}
