import type { ReleaseDiff } from '@/lib/core/api/releases';

/** How many annotations became what, under the words that screen and command line have for it; only what happened. */
export const diffCounts = ({
  counts,
  consentWithdrawn,
  takenBack,
}: Pick<ReleaseDiff, 'counts' | 'consentWithdrawn' | 'takenBack'>): [what: string, n: number][] =>
  Object.entries({
    ...counts,
    'consent withdrawn': consentWithdrawn,
    'taken back': takenBack,
  }).filter(([, n]) => n > 0);

/** Whether two releases hold the same. */
export const isSameRelease = (diff: ReleaseDiff): boolean =>
  diffCounts(diff).length + diff.cards.length + diff.texts.length + diff.words.length === 0 &&
  !diff.guideline;
