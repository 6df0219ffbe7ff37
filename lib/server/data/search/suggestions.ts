import 'server-only';
import type { SearchPage } from '@/lib/core/api/search';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { Reach } from './reach';

/** Of the words of essays that the viewer may read the one most like it (pg_trgm); none where it is one of them itself. */
const sql = `
  SELECT word FROM (
    SELECT word, similarity(letters, search_letters($2)) AS alike FROM search_word
    WHERE essay_id = ANY($1::uuid[]) AND letters % search_letters($2) ORDER BY alike DESC, word LIMIT 1) nearest
  WHERE alike < 1`;

/** So many words of a query are looked up. */
const most = 4;

/** Words of essays that the viewer may read which may have been meant. */
export async function suggestionsFor(
  terms: readonly SearchTerm[],
  { essays }: Reach,
): Promise<SearchPage['suggestions']> {
  const words = terms
    .filter(({ kind, not, text }) => kind === 'word' && !not && text.length > 2)
    .slice(0, most);
  if (essays.length === 0) return [];
  const ids = essays.map(({ id }) => id);
  const found = await Promise.all(
    words.map(async ({ text }) => {
      const [row] = await query<{ word: string }>('search-suggestion', sql, [ids, text]);
      return row ? [{ word: text, instead: row.word }] : [];
    }),
  );
  return found.flat();
}
