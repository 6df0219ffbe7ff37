import 'server-only';
import type { SearchPage } from '@/lib/core/api/search';
import { folded } from '@/lib/core/search/found-words';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';
import type { Reach } from './reach';

const asWritten = String.raw`('''' || replace(replace(w.word, '\', '\\'), '''', '''''') || ''':A')::tsquery`;

/** Words of any essays that are much like it (pg_trgm); the first that stands in one which the viewer may read. */
const sql = `
  SELECT w.word FROM (
    SELECT word, similarity(word, $2) AS alike FROM search_word WHERE word % $2 AND word <> $2
    ORDER BY alike DESC, word LIMIT 20) w
  WHERE EXISTS (SELECT 1 FROM passage p WHERE p.essay_id = ANY($1::uuid[]) AND p.words @@ ${asWritten})
  ORDER BY w.alike DESC, w.word LIMIT 1`;

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
      const [row] = await query<{ word: string }>('search-suggestion', sql, [ids, folded(text)]);
      return row ? [{ word: text, instead: row.word }] : [];
    }),
  );
  return found.flat();
}
