import type { CardStatus } from '@/lib/core/api/card-schemas';
import type { ListedCard } from '@/lib/core/api/cards';

/** What people read for where a card stands: “canonical” is a word of moderators. */
export const statusNames: Record<CardStatus, string> = {
  proposed: 'Proposed',
  canonical: 'Open',
  'resolved-true': 'Resolved: true',
  'resolved-false': 'Resolved: false',
  dissolved: 'Dissolved',
  rejected: 'Rejected',
  merged: 'Merged',
  archived: 'Archived',
};

/** To choose from, where the status alone decides: the board derives "under discussion" from what goes on around a card. */
export const statusChoices = { ...statusNames, canonical: 'Open or under discussion' };

/** Where a card stands, as the board calls it. */
export const standingName = ({ status, column }: Pick<ListedCard, 'status' | 'column'>): string =>
  column === 'under-discussion' ? 'Under discussion' : statusNames[status];
