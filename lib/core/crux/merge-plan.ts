import type { CardKind, CardStatus } from '@/lib/core/api/card-schemas';
import type { BeliefRow, OccurrenceRow, PositionRow, RelationRow } from './holdings';
import { mergeBeliefs, mergeOccurrences, mergePositions } from './merge-answers';
import { mergeRelations } from './merge-relations';
import { isOpenCard } from './open-card';

/** A card as far as merging asks. */
export interface MergingCard {
  id: string;
  group: string;
  kind: CardKind;
  status: CardStatus;
  version: number;
}

/** Everything live that points to cards. */
export interface Holdings {
  occurrences: OccurrenceRow[];
  relations: RelationRow[];
  positions: PositionRow[];
  beliefs: BeliefRow[];
}

/** `from` goes into `into`; where it says the opposite, its numbers and arrows turn round. */
export interface Merging {
  from: MergingCard;
  into: MergingCard;
  negated: boolean;
}

/** Why a row is no longer live. It stays in the plan, so nothing is deleted. */
export type DropReason =
  /** The surviving card has the same already. */
  | 'duplicate'
  /** Both its ends are now one card. */
  | 'self-relation'
  /** The person answered later on the other card; it becomes history. */
  | 'older'
  /** The relation that it undercuts was dropped. */
  | 'target-dropped';

export interface RowChanges<Row> {
  changed: { before: Row; after: Row }[];
  dropped: { row: Row; because: DropReason }[];
}

/** What a merge does to each row. Kept with the merge, it is all that an undo needs. Rows that it does not name stay as they are. */
export interface MergePlan {
  from: string;
  into: string;
  occurrences: RowChanges<OccurrenceRow>;
  relations: RowChanges<RelationRow>;
  positions: RowChanges<PositionRow>;
  beliefs: RowChanges<BeliefRow>;
  /** Cards merged into `from` before: they now lead straight to `into`, so that every redirect is one hop. */
  repointed: string[];
}

export type MergeRefusal = 'same-card' | 'other-group' | 'other-kind' | 'not-mergeable' | 'not-live';

/** Whether a card can go into another of its group: what may be offered. */
export const mergesInto = (
  from: Pick<MergingCard, 'id' | 'kind' | 'status'>,
  into: Pick<MergingCard, 'id' | 'kind' | 'status'>,
): boolean => refuseMerge({ from: { ...from, group: '' }, into: { ...into, group: '' } }) === null;

/** Why two cards cannot be merged, or null. A merged card is never a target: no circles, and redirects of one hop. */
export function refuseMerge({
  from,
  into,
}: Record<'from' | 'into', Omit<MergingCard, 'version'>>): MergeRefusal | null {
  if (from.id === into.id) return 'same-card';
  if (from.group !== into.group) return 'other-group';
  // Another kind takes an explicit change of kind first, which is a rewording with its own history.
  if (from.kind !== into.kind) return 'other-kind';
  if (!isOpenCard(from)) return 'not-mergeable';
  if (into.status === 'merged' || into.status === 'rejected' || into.status === 'archived') return 'not-live';
  return null;
}

/** `live`: every live row that points to either card, and relations that undercut such a relation. `aliases`: cards merged into `from` before. */
export function planMerge(merging: Merging, live: Holdings, aliases: readonly string[]): MergePlan {
  return {
    from: merging.from.id,
    into: merging.into.id,
    occurrences: mergeOccurrences(live.occurrences, merging),
    relations: mergeRelations(live.relations, merging),
    positions: mergePositions(live.positions, merging),
    beliefs: mergeBeliefs(live.beliefs, merging),
    repointed: [...aliases],
  };
}

/** A plan without what a person had answered: their account is gone, and nothing of it can come back. */
export function withoutPerson(plan: MergePlan, person: string): MergePlan {
  const others = <Row extends { user: string }>({ changed, dropped }: RowChanges<Row>): RowChanges<Row> => ({
    changed: changed.filter(({ before }) => before.user !== person),
    dropped: dropped.filter(({ row }) => row.user !== person),
  });
  return { ...plan, positions: others(plan.positions), beliefs: others(plan.beliefs) };
}
