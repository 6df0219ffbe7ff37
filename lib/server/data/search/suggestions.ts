import 'server-only';
import type { SearchPage } from '@/lib/core/api/search';
import type { SearchTerm } from '@/lib/core/search/search-terms';
import { typingSlips } from '@/lib/core/search/typing-slips';
import { query } from '@/lib/server/data/database';
import type { Reach } from './reach';

/** So many of the likest words are asked for an essay that they are in, and of those that are, so many compared. */
const [nearest, compared] = [200, 8];

interface Spelling {
  word: string;
  /** 1: the same but for accents, which a search passes over. */
  alike: number;
  /** How many of the essays have it. */
  essays: number;
}

const sql = `
  SELECT word, alike, (SELECT count(*)::int FROM search_word w WHERE w.word = near.word AND w.essay_id = ANY($1::uuid[])) AS essays
  FROM (
    SELECT word, similarity(letters, search_letters($2)) AS alike FROM search_spelling
    WHERE letters % search_letters($2) ORDER BY alike DESC, word LIMIT ${nearest}) near
  WHERE EXISTS (SELECT 1 FROM search_word w WHERE w.word = near.word AND w.essay_id = ANY($1::uuid[]))
  ORDER BY alike DESC, word LIMIT ${compared}`;

/** So many words of a query are looked up. */
const most = 4;

/**
 * Words of essays that the viewer may read which may have been meant: of the likest by pg_trgm, which thinks little of letters
 * that changed places, the one with the fewest slips, in the most essays. None for a word that is one of them itself.
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
      const likest = await query<Spelling>('suggestion', sql, [ids, text]);
      if (likest[0]?.alike === 1) return [];
      const [meant] = likest
        .map((spelling) => ({ ...spelling, slips: typingSlips(text.toLowerCase(), spelling.word) }))
        .sort((a, b) => a.slips - b.slips || b.essays - a.essays);
      return meant ? [{ word: text, instead: meant.word }] : [];
    }),
  );
  return found.flat();
}
