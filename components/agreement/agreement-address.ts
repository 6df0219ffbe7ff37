import type { Matching } from '@/lib/core/adjudication/against-layer';

/** What a page of agreement shows, as its address says. */
export interface AgreementView {
  /** Slug; null: whatever tag. */
  tag: string | null;
  /** Id of the round whose readers count alone; null: everyone counts. */
  round: string | null;
  /** What matches what was decided. */
  match: Matching;
}

/** Address of a page that shows this; what is usual is left out. */
export function agreementAddress(
  path: string,
  { tag = null, round = null, match = 'tags' }: Partial<AgreementView>,
): string {
  const query = new URLSearchParams({
    ...(tag !== null && { tag }),
    ...(round !== null && { round }),
    ...(match !== 'tags' && { match }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}
