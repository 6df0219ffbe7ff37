import type { CardStatus } from '@/lib/core/api/card-schemas';
import { openStatuses } from './open-card';

interface CardTransition {
  from: readonly CardStatus[];
  /** `previous`: the status before the one it undoes. */
  to: CardStatus | 'previous';
  /** The least that may: its author (moderators too), or moderators only. */
  by: 'author' | 'moderator';
  /** What the one who does it has to say. */
  needs?: 'reason' | 'source';
}

const settled = ['resolved-true', 'resolved-false', 'dissolved'] as const;

/** Every step a card can take; a new card begins as `proposed`. "Contested" and "under discussion" are computed, never stored. */
export const cardTransitions = {
  accept: { from: ['proposed'], to: 'canonical', by: 'moderator' },
  reject: { from: ['proposed'], to: 'rejected', by: 'moderator', needs: 'reason' },
  reconsider: { from: ['rejected'], to: 'proposed', by: 'moderator' },
  'resolve-true': { from: ['canonical'], to: 'resolved-true', by: 'moderator', needs: 'source' },
  'resolve-false': { from: ['canonical'], to: 'resolved-false', by: 'moderator', needs: 'source' },
  dissolve: { from: ['canonical'], to: 'dissolved', by: 'moderator', needs: 'source' },
  reopen: { from: settled, to: 'canonical', by: 'moderator' },
  merge: { from: openStatuses, to: 'merged', by: 'moderator' },
  unmerge: { from: ['merged'], to: 'previous', by: 'moderator' },
  withdraw: { from: ['proposed'], to: 'archived', by: 'author' },
  // A merged card is only an address: archiving it would cut its redirect.
  archive: { from: [...openStatuses, ...settled, 'rejected'], to: 'archived', by: 'moderator' },
  restore: { from: ['archived'], to: 'previous', by: 'moderator' },
} as const satisfies Record<string, CardTransition>;

export type CardVerb = keyof typeof cardTransitions;
export const cardVerbs = Object.keys(cardTransitions) as CardVerb[];

/** A card as far as its steps go. */
export interface SteppingCard {
  status: CardStatus;
  /** The status before `merged` or `archived`; null elsewhere. */
  previous: CardStatus | null;
}

/** How somebody stands to a card. */
export interface CardActor {
  isAuthor: boolean;
  isModerator: boolean;
}

/** The status that a step leads to, or null where the card cannot take it. */
export function statusAfter(verb: CardVerb, { status, previous }: SteppingCard): CardStatus | null {
  const { from, to }: CardTransition = cardTransitions[verb];
  if (!from.includes(status)) return null;
  return to === 'previous' ? previous : to;
}

/** The steps that somebody may make a card take now. */
export function stepsOpenTo({ isAuthor, isModerator }: CardActor, card: SteppingCard): CardVerb[] {
  return cardVerbs.filter((verb) => {
    const { by }: CardTransition = cardTransitions[verb];
    return (isModerator || (isAuthor && by === 'author')) && statusAfter(verb, card) !== null;
  });
}

/** The step between two statuses, or null where none leads from one to the other. Undoing a merge and restoring have their own ways. */
export const stepBetween = (from: CardStatus, to: CardStatus): CardVerb | null =>
  cardVerbs.find((verb) => statusAfter(verb, { status: from, previous: null }) === to) ?? null;

/** The status that a card was archived from, by its history, newest step first; null where it was not. */
export function statusBefore(
  status: CardStatus,
  events: readonly { before: unknown; after: unknown }[],
): CardStatus | null {
  if (status !== 'archived') return null;
  const last = events.find(({ after }) => (after as { status?: CardStatus } | null)?.status === status);
  return (last?.before as { status?: CardStatus } | null)?.status ?? null;
}
