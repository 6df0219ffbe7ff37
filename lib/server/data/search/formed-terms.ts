import 'server-only';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';

/** A term, and the words that a stemmer takes for forms of it. */
export interface FormedTerm extends SearchTerm {
  forms: readonly string[];
}

/**
 * $1 languages, $2 words. Of each word, by its number, the words of any text that have its stem. Those that begin with
 * another letter are passed over, though Arabic and some others have forms of that kind: most words would be stemmed in vain.
 */
const sql = `
  WITH asked AS MATERIALIZED (
    SELECT n::int, left(plain, 1) AS letter, stemmer, plainto_tsquery(stemmer, plain) AS stem
    FROM unnest($2::text[]) WITH ORDINALITY AS t (said, n)
    CROSS JOIN LATERAL (SELECT lower(btrim(search_plain(said))) AS plain OFFSET 0) p
    CROSS JOIN (SELECT DISTINCT search_language(code) AS stemmer FROM unnest($1::text[]) code) l)
  SELECT n, array_agg(DISTINCT word) AS forms
  FROM asked JOIN search_spelling ON word ^@ letter AND to_tsvector(stemmer, word) @@ stem
  WHERE numnode(stem) > 0 GROUP BY n`;

/**
 * Terms with all the forms in which their words may stand in texts of these languages. Phrases and beginnings have none. To be
 * compared with what the viewer may read, never to be shown: a form may come from any text.
 */
export async function formedTerms(
  languages: readonly string[],
  terms: readonly SearchTerm[],
): Promise<FormedTerm[]> {
  const words = terms.filter(({ kind }) => kind === 'word');
  if (words.length === 0) return terms.map((term) => ({ ...term, forms: [] }));
  const said = words.map(({ text }) => text);
  const rows = await query<{ n: number; forms: string[] }>('formed-terms', sql, [languages, said]);
  const found = new Map(rows.map(({ n, forms }) => [words[n - 1], forms]));
  return terms.map((term) => ({ ...term, forms: found.get(term) ?? [] }));
}
