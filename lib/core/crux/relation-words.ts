import type { RelationType } from '@/lib/core/api/card-schemas';

type Between = Exclude<RelationType, 'undercuts'>;

/** How an arrow reads from the card that it leaves, and from the one that it reaches. */
export const relationWords: Record<Between, { out: string; in: string }> = {
  supports: { out: 'Supports', in: 'Supported by' },
  attacks: { out: 'Attacks', in: 'Attacked by' },
  'crux-for': { out: 'Is a crux for', in: 'Has as a crux' },
  'leads-to': { out: 'Leads to', in: 'Follows from' },
  mitigates: { out: 'Mitigates', in: 'Mitigated by' },
};

export const relationTypes = Object.keys(relationWords) as Between[];
