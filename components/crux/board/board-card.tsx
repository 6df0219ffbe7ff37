'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { KindChip } from '@/components/crux/kind-chip';
import { RankingFigures } from '@/components/crux/ranking/ranking-figures';
import { RankingStrip } from '@/components/crux/ranking/ranking-strip';
import { When } from '@/components/crux/when';
import type { Tag } from '@/lib/core/api/groups';
import type { CardMove } from '@/lib/core/crux/board-moves';
import { statusNames } from '@/lib/core/crux/status-names';
import type { BoardEntry } from './board-entry';
import { BoardMenu } from './board-menu';
import type { Merges } from './use-board-merges';

interface Props {
  group: { slug: string; tags: readonly Tag[] };
  card: BoardEntry;
  /** Where the viewer may bring it; empty for readers. */
  moves: CardMove[];
  onMove: (move: CardMove) => void;
  /** Null for those who may not merge it. */
  merges: Merges | null;
  /** `[` is -1, `]` is 1. */
  onKey: (direction: 1 | -1) => void;
  onDrag: (card: BoardEntry) => void;
}

const directions = { '[': -1, ']': 1 } as const;

/** A card on the board; the focus is on its link. */
export function BoardCard({ group, card, moves, onMove, merges, onKey, onDrag }: Props) {
  const isMovable = moves.some(({ to }) => to !== null);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const direction = directions[event.key as keyof typeof directions];
    const isHere = event.currentTarget.contains(event.target as Node);
    if (!isHere || event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction === undefined && (event.key !== 'm' || !merges)) return;
    event.preventDefault();
    if (direction === undefined) merges?.begin(false);
    else onKey(direction);
  }

  function onDragStart(event: DragEvent) {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.statement);
    onDrag(card);
  }

  return (
    <li
      draggable={isMovable}
      onDragStart={onDragStart}
      onKeyDown={moves.length > 0 ? onKeyDown : undefined}
      className={`relative grid gap-2 rounded-lg border border-rule bg-raised p-3 transition-shadow hover:shadow-raised ${isMovable ? 'cursor-grab active:cursor-grabbing' : ''}`}
    >
      <div className="flex items-center gap-2 text-ink-3 text-xs">
        <KindChip kind={card.kind} tags={group.tags} />
        <span>#{card.number}</span>
        {card.root && <span className="font-medium text-ink-2">Root question</span>}
        {moves.length > 0 && (
          <span className="-my-1 -me-1 relative z-10 ms-auto">
            <BoardMenu
              card={card}
              moves={moves}
              onMove={onMove}
              onMerge={merges ? () => merges.begin(false) : undefined}
            />
          </span>
        )}
      </div>
      <h3 className="font-medium font-ui text-pretty text-base leading-snug" dir="auto">
        <Link
          id={`card-${card.number}`}
          href={`/g/${group.slug}/cards/${card.number}` as Route}
          prefetch={false}
          draggable={false}
          className="no-underline after:absolute after:inset-0 after:rounded-lg"
          {...(moves.length > 0 && { 'aria-keyshortcuts': merges ? '[ ] m' : '[ ]' })}
        >
          {card.statement}
        </Link>
      </h3>
      <BoardFacts card={card} />
      {merges?.takes && <MergeTarget onDrop={() => merges.begin(true)} />}
    </li>
  );
}

/** Where a card that is being dragged is dropped to become one with this; beside it, it goes to the column. */
function MergeTarget({ onDrop }: { onDrop: () => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <section
      aria-label="Merge"
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onDrop();
      }}
      className={`absolute inset-x-2 bottom-2 z-10 grid min-h-12 place-content-center rounded-md border-2 border-accent border-dashed text-accent text-sm ${isOver ? 'bg-accent-soft font-medium' : 'bg-raised'}`}
    >
      Drop here to merge
    </section>
  );
}

/** Evidence, belief and figures of a card. */
function BoardFacts({ card }: { card: BoardEntry }) {
  const { passages, essays, positions, status } = card;
  const counts = [
    `${passages.for} for`,
    `${passages.against} against`,
    `${essays} ${essays === 1 ? 'essay' : 'essays'}`,
    `${positions} ${positions === 1 ? 'answer' : 'answers'}`,
  ];
  return (
    <>
      <p className="text-ink-2 text-xs">
        <span className="sr-only">Passages: </span>
        {counts.join('\u00a0· ')}
      </p>
      {card.ranking?.n !== 0 && (
        <div className="flex items-center">
          <RankingStrip credences={card.credences} mine={card.mine} />
        </div>
      )}
      <RankingFigures ranking={card.ranking} />
      <p className="text-ink-3 text-xs">
        {card.column === 'resolved' && `${statusNames[status]}. `}Changed <When at={card.changed} />
      </p>
    </>
  );
}
