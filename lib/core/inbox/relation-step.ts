import type { RelationType } from '@/lib/core/api/card-schemas';
import { relationWords } from '@/lib/core/crux/relation-words';

/** That a card was related to another, or that this was reviewed. */
export interface RelationStep {
  /** Never that it undercuts a relation: there the other is no card. */
  type: Exclude<RelationType, 'undercuts'>;
  /** Whether the arrow leaves the card, or reaches it. */
  isFrom: boolean;
  /** Statement of the other card. */
  other: string;
  /** What a review came to; null: it was drawn. */
  state: 'proposed' | 'accepted' | 'rejected' | null;
}

/** How the card is related, to which, and what came of it, to stand below what happened. */
export function relationStepWords({ type, isFrom, other, state }: RelationStep): string {
  const words = `${relationWords[type][isFrom ? 'out' : 'in']} “${other}”`;
  return state === null ? words : `${words}: ${state}`;
}
