import type { ReactNode } from 'react';
import { KindChip } from '@/components/crux/kind-chip';
import { StatusChip } from '@/components/crux/status-chip';
import { When } from '@/components/crux/when';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  card: CardDetail;
  tags: readonly Tag[];
  /** What the viewer may do with it. */
  children: ReactNode;
}

/** The statement, what it is, and where it stands. */
export function CardHead({ card, tags, children }: Props) {
  return (
    <header className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2 text-ink-3 text-sm">
        <KindChip kind={card.kind} tags={tags} />
        <StatusChip status={card.status} column={card.column} />
        {card.root && <span className="text-ink-2">Root question</span>}
        <span>
          Card {card.number}
          {card.aliases.length > 0 && ` (also ${card.aliases.join(', ')})`}
        </span>
      </p>
      <h1 className="max-w-4xl text-3xl sm:text-4xl" dir="auto">
        {card.statement}
      </h1>
      <p className="text-ink-3 text-sm">
        Proposed by <bdi>{card.creator.name}</bdi>, <When at={card.created} />
      </p>
      {children}
    </header>
  );
}
