import { Search } from 'lucide-react';
import { longestTyped } from '@/lib/core/api/search';

/** The way to the search from every page: a field where there is room, else a sign. Within a group it begins with that. */
export function HeaderSearch({ group }: { group: { slug: string; name: string } | undefined }) {
  const label = group ? `Search in ${group.name}` : 'Search';
  return (
    <search className="contents">
      <form action="/search" className="max-md:hidden">
        <input
          type="search"
          name="q"
          id="query"
          aria-label={label}
          placeholder="Search"
          maxLength={longestTyped}
          autoComplete="off"
          dir="auto"
          className="min-h-9 w-48 rounded-md border border-rule bg-surface px-3 text-sm placeholder:text-ink-3 lg:w-60 pointer-coarse:min-h-11"
        />
        {group && <input type="hidden" name="group" value={group.slug} />}
      </form>
      <a
        href={group ? `/search?group=${group.slug}` : '/search'}
        aria-label={label}
        className="grid min-h-11 min-w-11 place-items-center rounded-md text-ink-2 hover:bg-sunken md:hidden"
      >
        <Search size={18} aria-hidden="true" />
      </a>
    </search>
  );
}
