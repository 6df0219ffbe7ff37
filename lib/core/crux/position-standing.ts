import type { HeldPosition } from './holdings';

/** One wording of a card. */
export interface Wording {
  /** The version it made; 1 is the first. */
  version: number;
  /** Its author said that the sense is the same. */
  wordingOnly: boolean;
}

/** `stale`: the statement has come to say something else since. `inherited`: carried over by a merge and not confirmed. */
export type PositionStanding = 'confirmed' | 'stale' | 'inherited';

/** The version from which on positions speak of what the card says now. */
export const meaningSince = (wordings: Iterable<Wording>): number =>
  Math.max(1, ...[...wordings].filter(({ wordingOnly }) => !wordingOnly).map(({ version }) => version));

/** Whether a position still says what its author meant; derived, so a reword marks nothing and undoing it restores all. */
export function standingOf(
  position: Pick<HeldPosition, 'version' | 'inheritedFrom'>,
  wordings: Iterable<Wording>,
): PositionStanding {
  if (position.version < meaningSince(wordings)) return 'stale';
  return position.inheritedFrom === null ? 'confirmed' : 'inherited';
}
