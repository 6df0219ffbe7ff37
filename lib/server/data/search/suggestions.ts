import 'server-only';
import type { SearchPage } from '@/lib/core/api/search';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { Reach } from './reach';

/** So many of the likest words are asked for an essay that they are in. */
const nearest = 200;

const sql = `
  SELECT word FROM (
    SELECT word, alike FROM (
      SELECT word, similarity(letters, search_letters($2)) AS alike FROM search_spelling
      WHERE letters % search_letters($2) ORDER BY alike DESC, word LIMIT ${nearest}) near
    WHERE EXISTS (SELECT 1 FROM search_word w WHERE w.word = near.word AND w.essay_id = ANY($1::uuid[]))
    ORDER BY alike DESC, word LIMIT 1) likest
  WHERE alike < 1`;

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
  const ids = essays.map(({ id }) => id);
  const found = await Promise.all(
    words.map(async ({ text }) => {
      const [row] = await query<{ word: string }>('suggestion', sql, [ids, text]);
      return row ? [{ word: text, instead: row.word }] : [];
    }),
  );
  return found.flat();
}
