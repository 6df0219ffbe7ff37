import { X } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { SearchPage } from '@/lib/core/api/search';
import { facetNames, type SearchAddress, searchPath } from '@/lib/core/search/search-address';
import { facetLabel, facetTitles } from './facet-words';

interface Props {
  address: SearchAddress;
  facets: SearchPage['facets'];
  /** More have the words than were counted. */
  capped: boolean;
}

/** What the hits can be narrowed down to, with how many there are of each. */
export function SearchFacets({ address, facets, capped }: Props) {
  const open = facetNames.filter((name) => !address[name] && facets[name].length > 1);
  if (open.length === 0) return null;
  return (
    <div className="grid gap-5">
      {open.map((name) => (
        <section key={name} aria-labelledby={`facet-${name}`}>
          <h3 id={`facet-${name}`} className="font-medium font-ui text-ink-3 text-sm">
            {facetTitles[name]}
          </h3>
          <ul className="mt-1">
            {facets[name].map(({ value, label, count }) => (
              <li key={value}>
                <Link
                  href={searchPath(address, { [name]: value }) as Route}
                  prefetch={false}
                  className="-mx-2 flex min-h-8 items-center justify-between gap-2 rounded-md px-2 py-1 text-sm leading-tight no-underline hover:bg-sunken pointer-coarse:min-h-11"
                >
                  <bdi className="line-clamp-2 min-w-0">{facetLabel(name, value, label)}</bdi>
                  <span className="text-ink-3 tabular-nums">
                    {count}
                    {capped && '+'}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Ids say nothing to people. */
const unknown: Record<string, string> = { person: 'Somebody', essay: 'An essay' };

/** What it is narrowed down to; each of these can be taken off. */
export function ChosenFacets({ address, facets }: Omit<Props, 'capped'>) {
  const chosen = [...facetNames, 'from', 'to'].flatMap((name) => {
    const value = address[name as keyof SearchAddress];
    return value ? [[name, value] as const] : [];
  });
  if (chosen.length === 0) return null;
  const labelOf = (name: string, value: string) => {
    if (name === 'from' || name === 'to') return `${name === 'from' ? 'From' : 'Until'} ${value}`;
    const facet = name as keyof SearchPage['facets'];
    const known = facets[facet].find((one) => one.value === value)?.label;
    return facetLabel(facet, value, known ?? unknown[name] ?? value);
  };
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2">
      {chosen.map(([name, value]) => (
        <li key={name}>
          <Link
            href={searchPath(address, { [name]: undefined }) as Route}
            prefetch={false}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm no-underline hover:brightness-95 pointer-coarse:min-h-11"
          >
            <span className="sr-only">Remove filter: </span>
            <bdi className="max-w-64 truncate">{labelOf(name, value)}</bdi>
            <X size={14} aria-hidden="true" className="shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
