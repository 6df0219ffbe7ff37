import 'server-only';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { query } from '@/lib/server/data/database';

/** A term, and the words that a stemmer takes for forms of it. */
export interface FormedTerm extends SearchTerm {
  forms: readonly string[];
}

/** Words that are stemmed for one request, at most: what takes longest. Shorter ones go first. */
const candidates = 2_000;

/**
 * $1 languages, $2 words. Of each word, by its number, the words of any text that have its stem. Only those are stemmed
 * that begin as the stem does, but for its last letter, which a stemmer may change ("cries", "cri"), or two of a short one
 * ("lying", "lie"), and for accents: an index has them. Arabic and some other languages have forms that begin otherwise, which are passed over.
 */
const sql = `
  WITH asked AS MATERIALIZED (
    SELECT n::int, stemmer, stem, left(root, CASE WHEN length(root) <= 3 THEN 1 ELSE length(root) - 1 END) || '%' AS alike
    FROM unnest($2::text[]) WITH ORDINALITY AS t (said, n)
    CROSS JOIN LATERAL (SELECT lower(btrim(search_plain(said))) AS plain OFFSET 0) p
    CROSS JOIN (SELECT DISTINCT search_language(code) AS stemmer FROM unnest($1::text[]) code) l
    CROSS JOIN LATERAL (SELECT plainto_tsquery(stemmer, plain) AS stem,
      search_letters(coalesce((SELECT min(one) FROM unnest(tsvector_to_array(to_tsvector(stemmer, plain))) one
        HAVING count(*) = 1), plain)) AS root OFFSET 0) s
    WHERE numnode(stem) > 0)
  SELECT n, array_agg(DISTINCT word) AS forms
  FROM asked CROSS JOIN LATERAL (SELECT word FROM search_spelling WHERE letters LIKE alike
    ORDER BY length(letters), word LIMIT (SELECT ${candidates} / count(*) FROM asked)) near
  WHERE to_tsvector(stemmer, word) @@ stem GROUP BY n`;

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
