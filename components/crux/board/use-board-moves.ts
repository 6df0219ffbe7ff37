'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { lostWords } from '@/components/crux/curation/lost-words';
import { stepQuestions } from '@/components/crux/step-questions';
import { useStepDialog } from '@/components/crux/use-step-dialog';
import { useChange } from '@/components/use-change';
import type { CardReference } from '@/lib/core/api/card-schemas';
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
  card: Pick<ListedCard, 'id' | 'number' | 'statement'>;
  /** Where it goes back to. */
  column: BoardColumn | null;
  /** Of the step in the card's history. */
  verb: string;
  message: string;
}

/**
 * Moves cards, shows them where they will be before the server has answered, and back where they were when it refuses.
 * A card of the list with the version of a move, or a later one, counts more than the move.
 */
export function useBoardMoves(group: string, listed: readonly ListedCard[]) {
  const { error, pending, change } = useChange();
  const { dialog, ask, forget: forgetWords } = useStepDialog();
  const [moved, setMoved] = useState<Record<string, Moved | undefined>>({});
  const [told, setTold] = useState('');
  const [lost, setLost] = useState<readonly string[]>([]);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [followed, setFollowed] = useState<Place | null>(null);
  // A card that changes its list is a new element: the focus goes along with it.
  useEffect(() => {
    if (followed) document.getElementById(`card-${followed.number}`)?.focus();
  }, [followed]);

  function put({ id, number }: Undoable['card'], place: Moved | undefined, column: BoardColumn | null) {
    setMoved((all) => ({ ...all, [id]: place }));
    if (column) setFollowed({ number, column });
  }

  const cards = listed.map((card) => {
    const ahead = moved[card.id];
    return ahead && ahead.version > card.version ? { ...card, ...ahead } : card;
  });

  async function move(card: ListedCard, to: CardMove): Promise<void> {
    if (pending) return;
    const step = asks(to) ? await ask({ statement: card.statement, verbs: to.verbs }) : { verb: to.verbs[0] };
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
    forgetWords();
    const place = to.to === null ? stepQuestions[step.verb].label : columnNames[to.to];
    const message = `${place}: “${brief(card.statement)}”`;
    setTold(message);
    setUndoable({ card, column: card.column, verb: step.verb, message });
  }

  async function undo({ card, column, verb }: Undoable) {
    setUndoable(null);
    const params = { group, card: card.id };
    const done = await change(async () => {
      const { items } = await api('GET /groups/{group}/cards/{card}/history', { params });
      const event = items.find((step) => step.verb === verb)?.id ?? '';
      return api('POST /groups/{group}/cards/{card}/history/{event}/undo', { params: { ...params, event } });
    });
    if (!done) return;
    put(card, undefined, column);
    setLost(lostWords(done.lost));
    setTold(`Taken back: “${brief(card.statement)}”`);
  }

  function merged(from: CardReference, { id, number }: CardReference) {
    const column = cards.find((card) => card.id === id)?.column ?? null;
    const message = `Merged into card ${number}: “${brief(from.statement)}”`;
    setTold(message);
    setLost([]);
    setUndoable({ card: { id, number, statement: from.statement }, column, verb: 'absorb', message });
    if (column) setFollowed({ number, column });
  }

  const forget = () => setUndoable(null);
  return { cards, followed, error, dialog, told, lost, undoable, move, merged, undo, forget, tell: setTold };
}
