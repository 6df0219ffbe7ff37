import { Search } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { longestTyped } from '@/lib/core/api/search';
import type { SearchAddress } from '@/lib/core/search/search-address';

interface Props {
  address: SearchAddress;
  /** Of the group that it is limited to. */
  group?: string | undefined;
}

const kept = ['kind', 'group', 'essay', 'tag', 'person', 'status', 'since', 'from', 'to', 'sort'] as const;

/** The query; everything else that narrows it down stays. It is a plain form, so it needs no script. */
export function SearchForm({ address, group }: Props) {
  const label = group ? `Search in ${group}` : 'Search';
  return (
    <search>
      <form action="/search" className="flex gap-2">
        <input
          type="search"
          name="q"
          id="query"
          aria-label={label}
          placeholder={`${label}: words, "a phrase", begin*, -not`}
          defaultValue={address.q}
          maxLength={longestTyped}
          autoComplete="off"
          enterKeyHint="search"
          dir="auto"
          className={inputClass}
        />
        {kept.map(
          (name) => address[name] && <input key={name} type="hidden" name={name} value={address[name]} />,
        )}
        <button type="submit" className={buttonClass('primary')} aria-label="Search">
          <Search size={18} aria-hidden="true" />
          <span className="max-sm:sr-only">Search</span>
        </button>
      </form>
    </search>
  );
}
