import { stepQuestions } from '@/components/crux/step-questions';
import type { BoardColumn } from '@/lib/core/crux/board-column';
import { type CardMove, needOf } from '@/lib/core/crux/board-moves';

export const columnNames: Record<BoardColumn, string> = {
  proposed: 'Proposed',
  open: 'Open',
  'under-discussion': 'Under discussion',
  resolved: 'Resolved',
};

/** What stands in a column, said while it is empty. */
export const columnHints: Record<BoardColumn, string> = {
  proposed: 'What members propose waits here for a moderator.',
  open: 'What was accepted and is not settled.',
  'under-discussion':
    'Cards come here by themselves: when people reply at their passages, or a relation waits.',
  resolved: 'What turned out true, false, or no question at all.',
};

/** A move as a choice in a menu, called as on the card's page; dots where something will be asked. */
export function moveName(move: CardMove): string {
  const name = move.verbs.length > 1 ? 'Resolve' : stepQuestions[move.verbs[0]].label;
  return asks(move) ? `${name}…` : name;
}

/** Whether the one who moves the card has to say something first. */
export const asks = ({ verbs }: CardMove): boolean =>
  verbs.length > 1 || verbs.some((verb) => needOf(verb) !== null);

/** Short enough to be told from others by eye and by ear. */
export const brief = (statement: string): string =>
  statement.length > 60 ? `${statement.slice(0, 59).trimEnd()}…` : statement;
