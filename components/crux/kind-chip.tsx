import { TagChip } from '@/components/annotation/tag-chip';
import type { CardKind } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { kindTag } from './kind-tag';

/** What kind of statement a card is, in the word and look that the group has for it. */
export function KindChip({ kind, tags }: { kind: CardKind; tags: readonly Tag[] }) {
  return <TagChip tag={kindTag(kind, tags)} />;
}
