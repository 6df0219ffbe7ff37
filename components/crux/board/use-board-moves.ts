'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { stepQuestions } from '@/components/crux/step-questions';
import { type ChosenStep, useStepDialog } from '@/components/crux/use-step-dialog';
import { useChange } from '@/components/use-change';
import type { ListedCard } from '@/lib/core/api/cards';
import type { BoardColumn } from '@/lib/core/crux/board-column';
import type { CardMove } from '@/lib/core/crux/board-moves';
import { statusAfter } from '@/lib/core/crux/card-states';
import { asks, brief, columnNames } from './board-words';

type Moved = Pick<ListedCard, 'version' | 'status' | 'column'>;

/** Where a card went last. */
interface Place {
  number: number;
  column: BoardColumn;
}

/** A step that can be taken back from the message about it. */
export interface Undoable {
  card: ListedCard;
  verb: ChosenStep['verb'];
  message: string;
}

/**
 * Moves cards, shows them where they will be before the server has answered, and back where they were when it refuses.
 * A card of the list with the version of a move, or a later one, counts more than the move.
 */
export function useBoardMoves(group: string, listed: readonly ListedCard[]) {
  const { error, pending, change } = useChange();
  const { dialog, ask } = useStepDialog();
  const [moved, setMoved] = useState<Record<string, Moved | undefined>>({});
  const [told, setTold] = useState('');
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [followed, setFollowed] = useState<Place | null>(null);
  // A card that changes its list is a new element: the focus goes along with it.
  useEffect(() => {
    if (followed) document.getElementById(`card-${followed.number}`)?.focus();
  }, [followed]);

  function put({ id, number }: ListedCard, place: Moved | undefined, column: BoardColumn | null) {
    setMoved((all) => ({ ...all, [id]: place }));
    if (column) setFollowed({ number, column });
  }

  const cards = listed.map((card) => {
    const ahead = moved[card.id];
    return ahead && ahead.version > card.version ? { ...card, ...ahead } : card;
  });

  async function move(card: ListedCard, to: CardMove): Promise<void> {
    if (pending) return;
    const step = asks(to) ? await ask({ card, move: to }) : { verb: to.verbs[0]!, reason: '' };
    if (step === null) return;
    const status = statusAfter(step.verb, { status: card.status, previous: null }) ?? card.status;
    put(card, { version: card.version + 1, status, column: to.to }, to.to);
    setUndoable(null);
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/steps', {
        params: { group, card: card.id },
        body: step,
        version: card.version,
      }),
    );
    if (!done) {
      put(card, undefined, card.column);
      setTold(`“${brief(card.statement)}” is back where it was.`);
      return;
    }
    const place = to.to === null ? stepQuestions[step.verb].label : columnNames[to.to];
    const message = `${place}: “${brief(card.statement)}”`;
    setTold(message);
    setUndoable({ card, verb: step.verb, message });
  }

  async function undo({ card, verb }: Undoable) {
    setUndoable(null);
    const params = { group, card: card.id };
    const done = await change(async () => {
      const { items } = await api('GET /groups/{group}/cards/{card}/history', { params });
      const event = items.find((step) => step.verb === verb)?.id ?? '';
      return api('POST /groups/{group}/cards/{card}/history/{event}/undo', { params: { ...params, event } });
    });
    if (!done) return;
    put(card, undefined, card.column);
    setTold(`Taken back: “${brief(card.statement)}”`);
  }

  const forget = () => setUndoable(null);
  return { cards, followed, error, dialog, told, undoable, move, undo, forget, tell: setTold };
}
