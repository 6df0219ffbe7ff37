import type { Route } from 'next';
import Link from 'next/link';
import type { SearchPage } from '@/lib/core/api/search';
import { facetNames, type SearchAddress, searchPath } from '@/lib/core/search/search-address';
import { searchTerms, withWord } from '@/lib/core/search/search-terms';
import { SearchPages } from './search-pages';

interface Props {
  address: SearchAddress;
  suggestions: SearchPage['suggestions'];
}

/** What to try instead when nothing was found. */
export function NoHits({ address, suggestions }: Props) {
  const { q = '' } = address;
  const isNarrow = [...facetNames, 'from', 'to'].some((name) => address[name as keyof SearchAddress]);
  const meant = suggestions.reduce((query, { word, instead }) => withWord(query, word, instead), q);
  if (address.after) return <NothingMore address={address} />;
  return (
    <div className="max-w-prose rounded-lg bg-surface p-6">
      <p className="font-medium">Nothing found.</p>
      <ul className="mt-3 grid gap-2 text-ink-2">
        {meant !== q && (
          <li>
            Did you mean{' '}
            <Link
              href={searchPath(address, { q: meant }) as Route}
              className="wrap-anywhere font-medium underline"
            >
              {meant}
            </Link>
            ?
          </li>
        )}
        {isNarrow && q !== '' && (
          <li>
            <Link href={searchPath({ q }) as Route} className="underline">
              Search everything
            </Link>
            , without the filters.
          </li>
        )}
        <li>
          {whyNothing(q) ??
            'Try fewer words: every word has to match. With an asterisk, fox* finds all words that begin with fox.'}
        </li>
      </ul>
    </div>
  );
}

/** Why these words can find nothing, and what to do; null where they could. */
export function whyNothing(q: string): string | null {
  const terms = searchTerms(q);
  if (terms.length === 0 && q !== '') return 'Type a word: there is no letter and no digit to look for.';
  return terms.length > 0 && terms.every(({ not }) => not)
    ? 'Add a word to look for: what has a minus before it is only left out.'
    : null;
}

/** Before anything is asked. */
export function SearchHints() {
  return (
    <dl className="grid max-w-prose grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-2 text-ink-2">
      {[
        ['red fox', 'finds both words, in any form'],
        ['"red fox"', 'finds exactly this phrase'],
        ['fox*', 'finds words that begin with fox'],
        ['fox -red', 'finds fox without red'],
      ].map(([example, what]) => (
        <div key={example} className="contents">
          <dt>
            <kbd className="rounded border border-rule bg-surface px-1.5 py-0.5 font-ui text-sm">
              {example}
            </kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stood on this page may be gone since somebody kept its address. */
const NothingMore = ({ address }: Pick<Props, 'address'>) => (
  <div className="max-w-prose rounded-lg bg-surface p-6">
    <p className="font-medium">Nothing more was found.</p>
    <SearchPages address={address} next={null} />
  </div>
);
