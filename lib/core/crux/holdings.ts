import type { OccurrenceRole, RelationState, RelationType } from '@/lib/core/api/card-schemas';

/** "Would it change my mind?": no, a little, a lot, decides it. */
export type Strength = 0 | 1 | 2 | 3;

/** A passage that belongs to a card. Unique by card, annotation and role. */
export interface OccurrenceRow {
  id: string;
  card: string;
  annotation: string;
  role: OccurrenceRole;
}

/** An arrow from a card to a card, or to a relation where it `undercuts`: one of `to` and `toRelation` is null. Unique by both ends and type. */
export interface RelationRow {
  id: string;
  from: string;
  to: string | null;
  toRelation: string | null;
  type: RelationType;
  state: RelationState;
}

/** One person's live credence in a card. Unique by card and user. */
export interface PositionRow {
  id: string;
  card: string;
  user: string;
  /** Whole percent, 0 to 100; null says "no view" and never counts as a number. */
  credence: number | null;
  /** When it was given, ISO 8601 in UTC. */
  created: string;
  /** The wording of the card that it was given on. */
  version: number;
  /** The card that a merge carried it over from, until its author confirms it. */
  inheritedFrom: string | null;
}

/** What one person would believe of the target if they knew about the crux. Unique by user, crux and target. */
export interface BeliefRow {
  user: string;
  crux: string;
  target: string;
  /** P(target | crux true) in whole percent. */
  ifTrue: number | null;
  /** P(target | crux false) in whole percent. */
  ifFalse: number | null;
  strength: Strength | null;
  /** When it was given, ISO 8601 in UTC. */
  changed: string;
}
