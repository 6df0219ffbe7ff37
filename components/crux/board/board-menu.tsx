'use client';

import { Ellipsis } from 'lucide-react';
import { DeedMenu } from '@/components/ui/deed-menu';
import type { CardMove } from '@/lib/core/crux/board-moves';
import type { BoardEntry } from './board-entry';
import { brief, moveName } from './board-words';

interface Props {
  card: BoardEntry;
  moves: CardMove[];
  onMove: (move: CardMove) => void;
  /** Absent: it cannot be merged, or not by the viewer. */
  onMerge: (() => void) | undefined;
}

/** What can be done with a card, for those who neither drag nor know the keys. */
export function BoardMenu({ card, moves, onMove, onMerge }: Props) {
  const deeds = moves.map((move) => ({ label: moveName(move), run: () => onMove(move) }));
  return (
    <DeedMenu
      label={`What to do with “${brief(card.statement)}”`}
      deeds={onMerge ? [...deeds, { label: 'Merge with…', run: onMerge }] : deeds}
      className="grid min-h-7 min-w-8 place-items-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Ellipsis size={16} aria-hidden="true" />
    </DeedMenu>
  );
}
