import type { AdjudicationCase } from '@/lib/core/api/adjudication';

export const filters = ['open', 'changed', 'agreed', 'decided', 'mine', 'all'] as const;
export type Filter = (typeof filters)[number];

/** Those of a filter; `mine`: what I marked, once it is decided. */
export const filtered = (cases: readonly AdjudicationCase[], filter: Filter, viewer: string | null) =>
  cases.filter((one) => {
    if (filter === 'all') return true;
    if (filter !== 'mine') return one.status === filter;
    return one.decision !== null && isBy(one, viewer);
  });

/** What a page begins with: what is to be decided, or else what was, where there is any. */
export function firstFilter(cases: readonly Pick<AdjudicationCase, 'status'>[], decides: boolean): Filter {
  if (decides) return 'open';
  return cases.some(({ status }) => status === 'decided') ? 'decided' : 'all';
}

/** Whether an annotation is among the readings of a case. */
export const isAbout = ({ candidates }: AdjudicationCase, id: string | null): boolean =>
  candidates.some(({ marks }) => marks.some(({ annotation }) => annotation === id));

const isBy = ({ candidates }: AdjudicationCase, viewer: string | null) =>
  candidates.some(({ marks }) => marks.some(({ creator }) => creator === viewer));
