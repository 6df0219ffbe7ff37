import type { CardStatus } from '@/lib/core/api/card-schemas';

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
