import type { CardStatus } from '@/lib/core/api/card-schemas';
import { type CardVerb, cardVerbs, statusAfter } from './card-states';

export const boardColumns = ['proposed', 'open', 'under-discussion', 'resolved'] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** What goes on around a card; all of it is there already, so the column is derived and never goes stale. */
export interface CardActivity {
  status: CardStatus;
  /** Relations of the card that wait for a moderator. */
  proposedRelations: number;
  /** The last time somebody replied in an unresolved thread at one of its passages, ISO 8601 in UTC; null if never. */
  lastReply: string | null;
}

/** How long a reply keeps a card under discussion: two weekly meetings. In days. */
const LIVELY = 14;

/** The column a card stands in, or null where the board does not show it. A canonical card is under discussion while one of its relations waits or people talk. */
export function boardColumn(
  { status, proposedRelations, lastReply }: CardActivity,
  now: Date,
): BoardColumn | null {
  if (status !== 'canonical') return columnOfStatus(status);
  const since = now.getTime() - LIVELY * 86_400_000;
  const isTalkedOf = lastReply !== null && Date.parse(lastReply) >= since;
  return proposedRelations > 0 || isTalkedOf ? 'under-discussion' : 'open';
}

/** The steps that bring a card into a column, for a drag or a menu. None leads to "under discussion": people do, by talking. */
export const verbsInto = (column: BoardColumn, from: CardStatus): CardVerb[] =>
  cardVerbs.filter((verb) => {
    const to = statusAfter(verb, { status: from, previous: null });
    return to !== null && columnOfStatus(to) === column;
  });

function columnOfStatus(status: CardStatus): Exclude<BoardColumn, 'under-discussion'> | null {
  switch (status) {
    case 'proposed':
      return 'proposed';
    case 'canonical':
      return 'open';
    case 'resolved-true':
    case 'resolved-false':
    case 'dissolved':
      return 'resolved';
    default:
      return null;
  }
}
