'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { UndoMessage } from '@/components/ui/undo-message';
import { useDragEnd } from '@/components/use-drag-end';
import type { CardStatus } from '@/lib/core/api/card-schemas';
import type { Tag } from '@/lib/core/api/groups';
import { type BoardColumn, boardColumns } from '@/lib/core/crux/board-column';
import { type CardMove, movesOf, moveTowards } from '@/lib/core/crux/board-moves';
import { statusNames } from '@/lib/core/crux/status-names';
import { BoardCard } from './board-card';
import type { BoardEntry } from './board-entry';
import { BoardLane } from './board-lane';
import { columnHints, columnNames } from './board-words';
import { useBoardMerges } from './use-board-merges';
import { useBoardMoves } from './use-board-moves';
import { useBoardWalk } from './use-board-walk';

interface Props {
  group: { slug: string; tags: readonly Tag[] };
  cards: readonly BoardEntry[];
  viewer: { id: string | null; isModerator: boolean; isMember: boolean; hasShortcuts: boolean };
  /** Asked for; cards that were put away stand on the board only then. */
  status: CardStatus | null;
}

/** The cards of a group in four lists, moved by drag, by key and by menu. */
export function Board({ group, cards: listed, viewer, status }: Props) {
  const board = useBoardMoves(group.slug, listed);
  const { cards, undoable, move } = board;
  const frame = useBoardWalk(viewer.hasShortcuts);
  const [dragged, setDragged] = useState<BoardEntry | null>(null);
  useDragEnd(dragged !== null, () => setDragged(null));
  const [chosen, setLane] = useState<BoardColumn | null>(null);
  const { mergeDialog, mergesOf } = useBoardMerges({
    group: group.slug,
    isModerator: viewer.isModerator,
    dragged,
    onMerged: board.merged,
  });
  const lane = chosen ?? board.column ?? firstFull(cards);

  const movesFor = ({ creator, status }: BoardEntry) =>
    movesOf({ ...viewer, isAuthor: viewer.isMember && viewer.id === creator }, status);

  function bring(card: BoardEntry, to: CardMove | undefined) {
    if (!to) return board.tell(nowhere);
    setLane(null);
    void move(card, to);
  }

  const shown = (card: BoardEntry) => {
    const moves = movesFor(card);
    return (
      <BoardCard
        key={card.id}
        group={group}
        card={card}
        moves={moves}
        onMove={(to) => bring(card, to)}
        merges={mergesOf(card)}
        onKey={(direction) =>
          bring(card, card.column ? moveTowards(moves, card.column, direction) : undefined)
        }
        onDrag={setDragged}
      />
    );
  };

  const target = (column: BoardColumn) =>
    dragged ? movesFor(dragged).find(({ to }) => to === column) : undefined;
  const away = cards.filter(({ column }) => column === null);
  return (
    <>
      {board.dialog}
      {mergeDialog}
      <Said {...board} />
      <LaneChoice lane={lane} cards={cards} onChoose={setLane} />
      <div
        ref={frame}
        className="sideways snap-x sm:flex sm:gap-3 sm:pb-2 xl:grid xl:grid-cols-4 xl:overflow-visible"
      >
        {boardColumns.map((column) => (
          <BoardLane
            key={column}
            name={columnNames[column]}
            hint={columnHints[column]}
            cards={cards.filter((card) => card.column === column).map(shown)}
            takes={dragged === null || dragged.column === column ? null : target(column) !== undefined}
            onDrop={() => dragged && bring(dragged, target(column))}
            isShown={lane === column}
          />
        ))}
      </div>
      {status !== null && away.length > 0 && (
        <ul aria-label={statusNames[status]} className="mt-3 grid gap-2 sm:max-w-sm">
          {away.map(shown)}
        </ul>
      )}
      {undoable && viewer.isModerator && (
        <UndoMessage key={undoable.message} onUndo={() => void board.undo(undoable)} onEnd={board.forget}>
          {undoable.message}
        </UndoMessage>
      )}
    </>
  );
}

/** What came of the last move. */
function Said({ error, lost, told }: Pick<ReturnType<typeof useBoardMoves>, 'error' | 'lost' | 'told'>) {
  return (
    <>
      <div className="sticky top-2 z-20 grid gap-2">
        <Refusal error={error} />
        {lost.length > 0 && <Notice>{lost.join(' ')}</Notice>}
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

const nowhere =
  'This card cannot move that way. Cards move to “Under discussion” by themselves, when people talk about them.';

const firstFull = (cards: readonly BoardEntry[]): BoardColumn =>
  boardColumns.find((column) => cards.some((card) => card.column === column)) ?? 'proposed';

interface ChoiceProps {
  lane: BoardColumn;
  cards: readonly BoardEntry[];
  onChoose: (lane: BoardColumn) => void;
}

/** Which column a phone shows. */
function LaneChoice({ lane, cards, onChoose }: ChoiceProps) {
  return (
    <fieldset className="mb-3 grid grid-cols-4 rounded-md bg-sunken p-1 sm:hidden">
      <legend className="sr-only">Column</legend>
      {boardColumns.map((column) => (
        <label
          key={column}
          className="grid min-h-11 cursor-pointer content-center rounded-md px-1 text-center text-ink-2 text-xs leading-tight has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="lane"
            checked={lane === column}
            onChange={() => onChoose(column)}
            className="sr-only"
          />
          {columnNames[column]}
          <span className="text-ink-3">{cards.filter((card) => card.column === column).length}</span>
        </label>
      ))}
    </fieldset>
  );
}
