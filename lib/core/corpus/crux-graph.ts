import type { RelationType } from '@/lib/core/api/card-schemas';
import { closedRelations } from './closed-relations';
import type { CorpusCard, CorpusRelation } from './corpus';

export interface GraphRelation extends CorpusRelation {
  /** The card where it begins. */
  from: string;
  /** From 1, in the order of cards. */
  number: number;
  /** What it comes to for those who know support and attack only. */
  effect: 'support' | 'attack' | 'undercut';
}

const effects: Record<RelationType, GraphRelation['effect']> = {
  supports: 'support',
  'crux-for': 'support',
  'leads-to': 'support',
  attacks: 'attack',
  mitigates: 'attack',
  undercuts: 'undercut',
};

/** The arrows between cards that nobody has rejected, without those that undercut one which does not come. */
export function cruxGraph(cards: readonly CorpusCard[]): GraphRelation[] {
  const standing = cards.flatMap(({ id, relations }) =>
    relations.filter(({ state }) => state !== 'rejected').map((relation) => ({ ...relation, from: id })),
  );
  return closedRelations(standing, new Set(cards.map(({ id }) => id))).map((relation, i) => ({
    ...relation,
    number: i + 1,
    effect: effects[relation.type],
  }));
}
