import type { Card } from '@/lib/core/api/card-schemas';
import { FlagButton } from './flag-button';
import { HeldNotice } from './held-notice';

interface Props {
  /** Slug. */
  group: string;
  card: Pick<Card, 'id' | 'held' | 'creator'>;
  /** A member of the group. */
  member: string | null;
}

/** Why others do not see a card, or how to say that they should not. */
export function CardModeration({ group, card: { id, held, creator }, member }: Props) {
  const isMine = creator.id === member;
  if (held) return <HeldNotice group={group} held={held} isMine={isMine} />;
  if (!member || isMine) return null;
  return (
    <div>
      <FlagButton group={group} thing={{ kind: 'card', id }} />
    </div>
  );
}
