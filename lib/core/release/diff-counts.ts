import type { ReleaseDiff } from '@/lib/core/api/releases';

/** How many annotations became what, under the words that screen and command line have for it. */
export const diffCounts = ({
  counts,
  consentWithdrawn,
  takenBack,
}: Pick<ReleaseDiff, 'counts' | 'consentWithdrawn' | 'takenBack'>): Record<string, number> => ({
  ...counts,
  'consent withdrawn': consentWithdrawn,
  'taken back': takenBack,
});
