'use client';

import { useEffect, useRef, useState } from 'react';
import { api } from '@/components/api-client';
import { lostWords } from '@/components/crux/curation/lost-words';
import { stepQuestions } from '@/components/crux/step-questions';
import { useStepDialog } from '@/components/crux/use-step-dialog';
import { useChange } from '@/components/use-change';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { BoardColumn } from '@/lib/core/crux/board-column';
import type { CardMove } from '@/lib/core/crux/board-moves';
import { statusAfter } from '@/lib/core/crux/card-states';
import type { BoardEntry } from './board-entry';
import { asks, brief, columnNames } from './board-words';

type Moved = Pick<BoardEntry, 'version' | 'status' | 'column'>;

/** A step that can be taken back from the message about it. */
export interface Undoable {
  card: Pick<BoardEntry, 'id' | 'number' | 'statement'>;
  /** Of the step in the card's history. */
  verb: string;
  /** Where it went, or what was done; where a card that was accepted stands, the list knows. */
  place: string;
  /** The version that the step gave it; null where its column says nothing of the step. */
  version: number | null;
}

/**
 * Moves cards, shows them where they will be before the server has answered, and back where they were when it refuses.
 * A card of the list with the version of a move, or a later one, counts more than the move.
 */
export function useBoardMoves(group: string, listed: readonly BoardEntry[]) {
  const { error, pending, change } = useChange();
  const { dialog, ask, forget: forgetWords } = useStepDialog();
  const [moved, setMoved] = useState<Record<string, Moved | undefined>>({});
  const [told, setTold] = useState('');
  const [lost, setLost] = useState<readonly string[]>([]);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  // A new object for each move: the same card may be followed twice.
  const [followed, setFollowed] = useState<Pick<BoardEntry, 'number'> | null>(null);
  const cards = listed.map((card) => {
    const ahead = moved[card.id];
    return ahead && ahead.version > card.version ? { ...card, ...ahead } : card;
  });
  const column = cards.find(({ number }) => number === followed?.number)?.column ?? null;
  useFocusAlong(followed, column);

  function put({ id, number }: Undoable['card'], place: Moved | undefined) {
    setMoved((all) => ({ ...all, [id]: place }));
    setFollowed({ number });
  }

  async function move(card: BoardEntry, to: CardMove): Promise<void> {
    if (pending) return;
    const step = asks(to) ? await ask({ statement: card.statement, verbs: to.verbs }) : { verb: to.verbs[0] };
    if (step === null) return;
    const status = statusAfter(step.verb, { status: card.status, previous: null }) ?? card.status;
    put(card, { version: card.version + 1, status, column: to.to });
    setUndoable(null);
    setTold('');
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/steps', {
        params: { group, card: card.id },
        body: step,
        version: card.version,
      }),
    );
    if (!done) {
      put(card, undefined);
      setTold(`“${brief(card.statement)}” is back where it was.`);
      return;
    }
    forgetWords();
    const place = to.to === null ? stepQuestions[step.verb].label : columnNames[to.to];
    setUndoable({ card, verb: step.verb, place, version: card.version + 1 });
  }

  async function undo({ card, verb }: Undoable) {
    setUndoable(null);
    const done = await change(() => takeBack({ group, card: card.id }, verb));
    if (!done) return;
    put(card, undefined);
    setLost(lostWords(done.lost));
    setTold(`Taken back: “${brief(card.statement)}”`);
  }

  function merged(from: CardReference, { id, number }: CardReference) {
    setTold('');
    setLost([]);
    const card = { id, number, statement: from.statement };
    setUndoable({ card, verb: 'absorb', place: `Merged into card ${number}`, version: null });
    setFollowed({ number });
  }

  const message = undoable && messageOf(undoable, listed);
  return {
    cards,
    column,
    error,
    dialog,
    lost,
    move,
    merged,
    undo,
    /** For those who do not see it. */
    told: message ? `${message}. Control Z takes it back.` : told,
    undoable: undoable && message ? { ...undoable, message } : null,
    forget: () => setUndoable(null),
    tell: setTold,
  };
}

/** Takes the last step of a kind back, which the card's history names. */
async function takeBack(params: { group: string; card: string }, verb: string) {
  const { items } = await api('GET /groups/{group}/cards/{card}/history', { params });
  const event = items.find((step) => step.verb === verb)?.id ?? '';
  return api('POST /groups/{group}/cards/{card}/history/{event}/undo', { params: { ...params, event } });
}

/** Null until the list tells where the card stands now. */
function messageOf({ card, place, version }: Undoable, listed: readonly BoardEntry[]): string | null {
  const now = version === null ? undefined : listed.find(({ id }) => id === card.id);
  if (now && now.version < (version ?? 0)) return null;
  return `${now?.column ? columnNames[now.column] : place}: “${brief(card.statement)}”`;
}

/** A card that changes its list is a new element: the focus goes along with it, also where the server knows better. */
function useFocusAlong(followed: Pick<BoardEntry, 'number'> | null, column: BoardColumn | null) {
  const last = useRef(followed);
  useEffect(() => {
    const isNew = last.current !== followed;
    last.current = followed;
    const isFree = !document.activeElement?.matches('a, button, input, select, textarea, summary');
    if (followed && column && (isNew || isFree)) document.getElementById(`card-${followed.number}`)?.focus();
  }, [followed, column]);
}
