'use client';

import { Menu } from '@base-ui/react/menu';
import { menuItemClass, menuPopupClass } from '@/components/ui/menu';
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
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`Move “${brief(card.statement)}” to…`}
        className="min-h-7 rounded-md px-2 font-medium text-ink-2 text-xs hover:bg-sunken pointer-coarse:min-h-11"
      >
        Move to…
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className={menuPopupClass}>
            {moves.map((move) => (
              <Menu.Item key={moveName(move)} onClick={() => onMove(move)} className={menuItemClass}>
                {moveName(move)}
              </Menu.Item>
            ))}
            {onMerge && (
              <Menu.Item onClick={onMerge} className={menuItemClass}>
                Merge with…
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
