import 'server-only';
import type { SearchPage } from '@/lib/core/api/search';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { Reach } from './reach';

const likest = (words: string) => `
  SELECT word FROM (
    SELECT word, similarity(letters, search_letters($2)) AS alike FROM (${words}) words
    WHERE letters % search_letters($2) ORDER BY alike DESC, word LIMIT 1) nearest
  WHERE alike < 1`;
const wordsSql = 'SELECT word, letters FROM search_word WHERE essay_id = ANY($1::uuid[])';

const ofMany = likest(wordsSql);
/** Words of a few essays are compared one by one: the index by letters would bring those of the whole site first. */
const ofFew = likest(`${wordsSql} OFFSET 0`);

/** Essays: to compare the words of one takes some milliseconds. */
const few = 5;

/** So many words of a query are looked up. */
const most = 4;

/**
 * Words of essays that the viewer may read which may have been meant (pg_trgm); none for a word that is one of them
 * itself.
 */
export async function suggestionsFor(
  terms: readonly SearchTerm[],
  { essays }: Reach,
): Promise<SearchPage['suggestions']> {
  const words = terms
    .filter(({ kind, not, text }) => kind === 'word' && !not && text.length > 2)
    .slice(0, most);
  if (essays.length === 0) return [];
  const [name, sql] =
    essays.length <= few
      ? (['suggestion-of-few', ofFew] as const)
      : (['suggestion-of-many', ofMany] as const);
  const ids = essays.map(({ id }) => id);
  const found = await Promise.all(
    words.map(async ({ text }) => {
      const [row] = await query<{ word: string }>(name, sql, [ids, text]);
      return row ? [{ word: text, instead: row.word }] : [];
    }),
  );
  return found.flat();
}
