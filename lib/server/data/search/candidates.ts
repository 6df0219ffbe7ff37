import 'server-only';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Candidate, type Sought, weights } from './candidate';
import { newestNotes } from './newest-notes';
import { timesOf } from './search-times';

/** So many of the newest that fit are ranked and counted: a page of a common word costs no more than that. */
const mostLookedAt = 200;
/** Paragraphs of essays, which are smaller; those that stand first in theirs. */
const mostPassages = 1_000;

/** The best paragraph of each essay. The first is its title. */
const essaysSql = `
  SELECT DISTINCT ON (p.essay_id) p.essay_id AS id, p.number AS passage,
    ts_rank(${weights}, p.words, $2::tsquery, 1) * CASE p.number WHEN 0 THEN 2 ELSE 1 END AS score,
    count(*) OVER (PARTITION BY p.essay_id)::int - 1 AS more
  FROM (SELECT * FROM passage WHERE words @@ $2::tsquery AND essay_id = ANY($1::uuid[])
    ORDER BY number, essay_id LIMIT ${mostPassages}) p
  ORDER BY p.essay_id, score DESC, p.number`;

/** What has the words and may be seen, and whether there is more of it than was looked at. */
export async function candidatesOf(
  viewer: Viewer,
  sought: Sought,
): Promise<{ all: Candidate[]; capped: boolean }> {
  const [notes, essays] = await Promise.all([
    newestNotes(viewer, { ...sought, most: mostLookedAt }),
    essaysOf(sought),
  ]);
  const paragraphs = essays.reduce((n, { more }) => n + 1 + more, 0);
  const capped = notes.length > mostLookedAt || paragraphs === mostPassages;
  return { all: [...essays, ...notes.slice(0, mostLookedAt)], capped };
}

async function essaysOf({ reach, filter, before = null }: Sought): Promise<Candidate[]> {
  if (reach.tsquery === null) return [];
  const { kind = 'essay', tag, person, status } = filter;
  if (kind !== 'essay' || tag !== undefined || person !== undefined || status !== undefined) return [];
  const [from, to] = timesOf(filter, before);
  const within = new Map(
    reach.essays
      .map((essay) => ({ ...essay, added: new Date(essay.added) }))
      .filter(({ added }) => (!from || added >= from) && (!to || added < to))
      .map((essay) => [essay.id, essay]),
  );
  if (within.size === 0) return [];
  // Without a name it is planned anew: what is best depends on how common the words are.
  const rows = await query<{ id: string; passage: number; score: number; more: number }>('', essaysSql, [
    [...within.keys()],
    reach.tsquery,
  ]);
  return rows.map((row) => {
    const { group, added } = within.get(row.id)!;
    return {
      ...row,
      kind: 'essay',
      group,
      essay: row.id,
      person: null,
      created: added,
      tags: [],
      status: null,
    };
  });
}
