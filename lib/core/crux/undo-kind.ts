import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';

/** How a step of a card is taken back. */
export type UndoKind = 'status' | 'reword' | 'passage' | 'relation' | 'merge' | 'split' | 'never';

type Step = Pick<CardEvent, 'verb' | 'before' | 'after'>;

export function undoKind({ verb, after }: Pick<Step, 'verb' | 'after'>): UndoKind {
  if (verb === 'merge' || verb === 'absorb') return 'merge';
  if (verb === 'reword' || verb === 'split') return verb;
  if (verb === 'link' || verb === 'unlink') return 'passage';
  if (verb === 'relate' || verb === 'unrelate' || verb === 'review-relation') return 'relation';
  return verb !== 'undo' && part(after, 'status') !== undefined ? 'status' : 'never';
}

/** Why a step cannot be taken back now. */
export type UndoRefusal =
  /** It has no opposite in the history: what to do instead depends on its verb. */
  | 'never'
  /** A later step changed the same. */
  | 'changed-since'
  /** What it made is not there any more. */
  | 'gone';

/** As far as the card's own page can tell; the server asks again. `events` are all of the card, newest first. */
export function refuseUndoOf(
  event: CardEvent,
  card: Pick<CardDetail, 'status' | 'occurrences' | 'relations'>,
  events: readonly CardEvent[],
): UndoRefusal | null {
  const { verb, before, after } = event;
  const relation = card.relations.find(({ id }) => id === part(after, 'relation'));
  switch (undoKind(event)) {
    case 'never':
      return 'never';
    case 'status':
      return part(after, 'status') === card.status ? null : 'changed-since';
    case 'reword':
      return events
        .slice(0, events.indexOf(event))
        .some((later) => later.verb === 'reword' && later.undoneBy === null && overlap(before, later.before))
        ? 'changed-since'
        : null;
    case 'passage':
      return verb === 'unlink' || card.occurrences.some(({ id }) => id === part(after, 'occurrence'))
        ? null
        : 'gone';
    case 'relation':
      if (verb === 'unrelate') return null;
      if (!relation) return 'gone';
      return verb === 'relate' || relation.state === part(after, 'state') ? null : 'changed-since';
    default:
      return null;
  }
}

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

const overlap = (one: unknown, other: unknown): boolean =>
  Object.keys(one ?? {}).some((key) => part(other, key) !== undefined);
