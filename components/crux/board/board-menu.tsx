'use client';

import { DeedMenu } from '@/components/ui/deed-menu';
import type { ListedCard } from '@/lib/core/api/cards';
import type { CardMove } from '@/lib/core/crux/board-moves';
import { brief, moveName } from './board-words';

interface Props {
  card: ListedCard;
  moves: CardMove[];
  onMove: (move: CardMove) => void;
  /** Absent: it cannot be merged, or not by the viewer. */
  onMerge: (() => void) | undefined;
}

/** Where a card may go, for those who neither drag nor know the keys. */
export function BoardMenu({ card, moves, onMove, onMerge }: Props) {
  const deeds = moves.map((move) => ({ label: moveName(move), run: () => onMove(move) }));
  return (
    <DeedMenu
      label={`Move “${brief(card.statement)}” to…`}
      deeds={onMerge ? [...deeds, { label: 'Merge with…', run: onMerge }] : deeds}
      className="min-h-7 rounded-md px-2 font-medium text-ink-2 text-xs hover:bg-sunken pointer-coarse:min-h-11"
    >
      Move to…
    </DeedMenu>
  );
}
