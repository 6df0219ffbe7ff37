import type { Route } from 'next';
import Link from 'next/link';
import type { SearchPage } from '@/lib/core/api/search';
import { facetNames, type SearchAddress, searchPath } from '@/lib/core/search/search-address';
import { searchTerms, withWord } from '@/lib/core/search/search-terms';
import { SearchPages } from './search-pages';

interface Props {
  address: SearchAddress;
  suggestions: SearchPage['suggestions'];
  facets: Pick<SearchPage['facets'], 'group' | 'tag'>;
}

const fewerWords =
  'Try fewer words: every word has to match. With an asterisk, fox* finds all words that begin with fox.';

/** What to try instead when nothing was found. */
export function NoHits({ address, suggestions, facets }: Props) {
  const { q = '' } = address;
  const missing = missingWords(address, facets);
  const why = whyNothing(q) ?? (missing ? null : fewerWords);
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
        {missing && <li className="wrap-anywhere">{missing}</li>}
        {why && <li>{why}</li>}
      </ul>
    </div>
  );
}

/** Of the group and the tag that are asked for, which is not there; what is has its name among the facets. */
function missingWords({ group, tag }: SearchAddress, facets: Props['facets']): string | null {
  const isNone = (name: 'group' | 'tag', asked: string) => facets[name].every(({ value }) => value !== asked);
  if (group && isNone('group', group)) return `There is no group “${group}” in what you may read.`;
  if (!tag || !isNone('tag', tag)) return null;
  return group ? `This group has no tag “${tag}”.` : `There is no tag “${tag}” in what you may read.`;
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
