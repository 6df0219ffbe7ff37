/** Below this a figure is nothing, to the digits that a reading group's answers can bear. */
export const negligible = 0.005;

/** What a priority comes from (`RankedCard` in ranking.ts). */
export interface PriorityParts {
  priority: number;
  contested: number;
  load: number | null;
  /** Of credences. */
  n: number;
}

/** How much people disagree, or null while fewer than two gave a credence: a zero would say that they agree. */
export const knownContested = ({ contested, n }: Pick<PriorityParts, 'contested' | 'n'>): number | null =>
  n < 2 ? null : contested;

/** Whether a card has a place among others: it is known how much it is worth talking about, be that nothing. */
export const isRanked = (parts: PriorityParts): boolean =>
  knownContested(parts) !== null && whyLow(parts) !== 'unknown';

/**
 * Why a card has next to no priority; null: it has one. `unknown`: fewer than two gave a credence, or nobody said what
 * rests on a card that they disagree about, so it may be worth a talk once that is asked. `agreed` and `idle`: nobody
 * disagrees, or nothing rests on it, so no talk would bring anything.
 */
export function whyLow({
  priority,
  contested,
  load,
  n,
}: PriorityParts): 'unknown' | 'agreed' | 'idle' | null {
  if (priority >= negligible) return null;
  if (load !== null && load < negligible) return 'idle';
  return n >= 2 && contested < negligible ? 'agreed' : 'unknown';
}
