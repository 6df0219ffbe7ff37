import { type FacetName, longestQuery, SearchQuery } from '@/lib/core/api/search';

/** What the address of a search says: the query, the order, a page of it, and one value of each facet. */
export type SearchAddress = Partial<Record<FacetName | 'q' | 'sort' | 'after' | 'from' | 'to', string>>;

const names = [
  'q',
  'kind',
  'group',
  'essay',
  'tag',
  'person',
  'status',
  'since',
  'from',
  'to',
  'sort',
  'after',
] as const;
export const facetNames = ['kind', 'group', 'essay', 'tag', 'person', 'status', 'since'] as const;

/** Everything else in an address is passed over, and so is what is there twice. */
export function readSearchAddress(search: Record<string, string | string[] | undefined>): SearchAddress {
  const address: SearchAddress = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' && value.trim() !== '') address[name] = value.trim();
  }
  return address;
}

interface Asked {
  query: SearchQuery;
  address: SearchAddress;
  isTooLong: boolean;
}

/**
 * What an address asks for. What it says wrongly is passed over, so that it is not in `address` either; but words that
 * are longer than a search may be stay there: nothing is to be searched then.
 */
export function searchIn(said: SearchAddress): Asked {
  const { q } = said;
  const isTooLong = q !== undefined && q.length > longestQuery;
  const asked = SearchQuery.safeParse(said);
  if (asked.success) return { query: asked.data, address: said, isTooLong };
  const wrong = new Set(asked.error.issues.map(({ path: [name] }) => name));
  const address: SearchAddress = Object.fromEntries(
    Object.entries(said).filter(([name]) => !wrong.has(name)),
  );
  return { query: SearchQuery.parse(address), address: isTooLong ? { ...address, q } : address, isTooLong };
}

/** The path of a search; a change begins at its first page. */
export function searchPath(address: SearchAddress, change: Record<string, string | undefined> = {}): string {
  const changed: Record<string, string | undefined> = { ...address, after: undefined, ...change };
  const search = new URLSearchParams();
  for (const name of names) {
    const value = changed[name];
    if (value) search.set(name, value);
  }
  return search.size > 0 ? `/search?${search}` : '/search';
}
