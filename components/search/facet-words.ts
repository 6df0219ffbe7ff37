import type { FacetName } from '@/lib/core/api/search';
import { statusChoices } from '@/lib/core/crux/status-names';

export const facetTitles: Record<FacetName, string> = {
  kind: 'What',
  group: 'Group',
  essay: 'Essay',
  tag: 'Tag',
  person: 'Person',
  status: 'Status',
  since: 'Written',
};

const words: Partial<Record<FacetName, Record<string, string>>> = {
  kind: { essay: 'Essays', annotation: 'Annotations', reply: 'Replies', card: 'Cards' },
  status: { open: 'Open threads', resolved: 'Resolved threads', ...statusChoices },
  since: {
    day: 'In the last day',
    week: 'In the last week',
    month: 'In the last month',
    year: 'In the last year',
  },
};

/** As people read it; names and titles are what they are. */
export const facetLabel = (name: FacetName, value: string, label: string): string =>
  words[name]?.[value] ?? label;
