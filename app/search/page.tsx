import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { NoHits, SearchHints } from '@/components/search/no-hits';
import { QueryTooLong } from '@/components/search/query-too-long';
import { ChosenFacets, SearchFacets } from '@/components/search/search-facets';
import { SearchForm } from '@/components/search/search-form';
import { SearchHit } from '@/components/search/search-hit';
import { SearchKeys } from '@/components/search/search-keys';
import { SearchPages } from '@/components/search/search-pages';
import { SiteHeader } from '@/components/ui/site-header';
import type { SearchPage as Page } from '@/lib/core/api/search';
import { readSearchAddress, searchIn, searchPath } from '@/lib/core/search/search-address';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { search } from '@/lib/server/data/search/search';
import { me } from '@/lib/server/data/users';
import { spendPage } from '@/lib/server/http/spend-page';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readSearchAddress(await searchParams);
  return { title: q ? `${q} · Search` : 'Search', robots: { index: false } };
}

/** Each hit has one kind, so these add up to all. */
const hitCount = ({ kind }: Pick<Page['facets'], 'kind'>) =>
  kind.reduce((all, { count }) => all + count, 0).toLocaleString('en');

export default orNothingHere(async function SearchPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const { query, address, isTooLong } = searchIn(readSearchAddress(await searchParams));
  await spendPage('search', viewer);
  const [found, person] = await Promise.all([search(viewer, query), viewer.user && me(viewer)]);
  const { facets, capped, next, suggestions } = found;
  // What the filters alone let through is not what was asked for.
  const items = isTooLong ? [] : found.items;
  const { q = '', sort, after: _, ...filter } = address;
  const isAsked = q !== '' || Object.keys(filter).length > 0;
  const facetList = <SearchFacets address={address} facets={facets} capped={capped} />;
  const isNewest = sort === 'newest' || q === '';
  return (
    <>
      <SiteHeader viewer={person ?? null} isSearch />
      <main id="main" className="page pt-8 pb-24">
        <div className="mb-4 flex items-baseline justify-between gap-4 lg:max-w-3xl">
          <h1 className="text-3xl sm:text-4xl">Search</h1>
          <SearchKeys hasShortcuts={person?.settings.shortcuts ?? true} />
        </div>
        <div className="lg:max-w-3xl">
          <SearchForm
            key={JSON.stringify(address)}
            address={address}
            group={facets.group.find(({ value }) => value === address.group)?.label}
          />
        </div>
        <div className="mt-4 mb-6">
          <ChosenFacets address={address} facets={facets} />
        </div>
        {!isAsked && <SearchHints />}
        {isTooLong && <QueryTooLong q={q} />}
        {isAsked && !isTooLong && items.length === 0 && (
          <NoHits address={address} suggestions={suggestions} facets={facets} />
        )}
        {items.length > 0 && (
          <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,48rem)_14rem]">
            <section aria-labelledby="found">
              <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 text-ink-3 text-sm">
                <h2 id="found" className="font-ui font-normal text-sm">
                  {hitCount(facets)}
                  {capped && '+'} found, {isNewest ? 'newest first' : 'best first'}
                  {capped && !isNewest && ', of the newest 200 notes and 1,000 essays'}
                </h2>
                {q !== '' && (
                  <Link
                    href={searchPath(address, { sort: isNewest ? undefined : 'newest' }) as Route}
                    prefetch={false}
                    className="inline-flex min-h-8 items-center underline pointer-coarse:min-h-11"
                  >
                    {isNewest ? 'Best first' : 'Newest first'}
                  </Link>
                )}
              </div>
              <details className="mb-6 rounded-lg border border-rule px-3 lg:hidden">
                <summary className="min-h-9 py-2 font-medium text-sm pointer-coarse:min-h-11 pointer-coarse:py-3">
                  Narrow it down
                </summary>
                <div className="pt-1 pb-3">{facetList}</div>
              </details>
              <ol>
                {items.map((hit) => (
                  <SearchHit key={`${hit.kind} ${hit.id}`} hit={hit} />
                ))}
              </ol>
              <SearchPages address={address} next={next} />
            </section>
            <nav aria-label="Narrow it down" className="max-lg:hidden">
              {facetList}
            </nav>
          </div>
        )}
      </main>
    </>
  );
});
