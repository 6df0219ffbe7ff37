import type { CardStatus } from '@/lib/core/api/card-schemas';
import { type BoardColumn, boardColumns, verbsInto } from './board-column';
import { type CardActor, type CardVerb, cardTransitions, stepsOpenTo } from './card-states';

/** Merging has a way of its own: it needs another card. */
export type StepVerb = Exclude<CardVerb, 'merge' | 'unmerge'>;

/** A place that somebody may bring a card to: a column, or away from the board. */
export interface CardMove {
  /** Null: put away, or back from there to wherever it was. */
  to: BoardColumn | null;
  /** The steps that lead there; when there are several, the one who moves it has to choose. */
  verbs: [StepVerb, ...StepVerb[]];
}

/** What the one who makes a card take a step has to say. */
export const needOf = (verb: StepVerb): 'reason' | 'source' | null =>
  (cardTransitions[verb] as { needs?: 'reason' | 'source' }).needs ?? null;

/** Where somebody may bring a card, columns first in their order. */
export function movesOf(actor: CardActor, status: CardStatus): CardMove[] {
  // A list does not say what an archived card was before; to know that it can come back, any status does.
  const card = { status, previous: status === 'archived' ? ('proposed' as const) : null };
  const open = stepsOpenTo(actor, card).filter(isStep);
  const intoColumns = boardColumns.flatMap((to): CardMove[] => {
    const [verb, ...others] = verbsInto(to, status)
      .filter(isStep)
      .filter((one) => open.includes(one));
    return verb ? [{ to, verbs: [verb, ...others] }] : [];
  });
  const used = new Set(intoColumns.flatMap(({ verbs }) => verbs));
  const away = open.filter((verb) => !used.has(verb) && !(verb === 'withdraw' && open.includes('archive')));
  return [...intoColumns, ...away.map((verb): CardMove => ({ to: null, verbs: [verb] }))];
}

/** The nearest column to the right (1) or left (-1) that a card may be brought to. */
export function moveTowards(
  moves: readonly CardMove[],
  from: BoardColumn,
  direction: 1 | -1,
): CardMove | undefined {
  const distance = ({ to }: CardMove) =>
    to === null ? 0 : (boardColumns.indexOf(to) - boardColumns.indexOf(from)) * direction;
  return moves.filter((move) => distance(move) > 0).sort((a, b) => distance(a) - distance(b))[0];
}

const isStep = (verb: CardVerb): verb is StepVerb => verb !== 'merge' && verb !== 'unmerge';
