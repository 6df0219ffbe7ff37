import type { CardStatus } from '@/lib/core/api/card-schemas';

/** A statement is its author's until the group has accepted it: then it comes whatever they say of themselves. */
export const acceptedStatuses = [
  'canonical',
  'resolved-true',
  'resolved-false',
  'dissolved',
] as const satisfies readonly CardStatus[];

export const isAccepted = (status: CardStatus): boolean =>
  (acceptedStatuses as readonly CardStatus[]).includes(status);
