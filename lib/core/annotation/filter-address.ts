import type { Filter } from './filter';

/** The filter that a page's URL asks for: `?tag=crux&tag=claim&by=<id>&mine=1&unread=1&open=1`. */
export const filterOf = (search: URLSearchParams): Filter => ({
  tags: search.getAll('tag'),
  people: search.getAll('by'),
  mine: search.has('mine'),
  unread: search.has('unread'),
  open: search.has('open'),
});

/** The search part of the URL with this filter in it, and what else was there. */
export function withFilter(search: URLSearchParams, filter: Filter): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const name of ['tag', 'by', 'mine', 'unread', 'open']) result.delete(name);
  for (const tag of filter.tags) result.append('tag', tag);
  for (const id of filter.people) result.append('by', id);
  for (const name of ['mine', 'unread', 'open'] as const) if (filter[name]) result.set(name, '1');
  return result;
}
