import 'server-only';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { byTime, type Candidate, type Sought, weights } from './candidate';
import { newestNotes } from './newest-notes';
import { timesOf } from './search-times';

/** So many of the newest that fit are ranked and counted: a page of a common word costs no more than that. */
const mostLookedAt = 200;
/** Of essays so many; of their paragraphs as many, of each the first that fits, then of each the second, and so on. */
const mostEssays = 1_000;

/** $1 essays in order, $2 words. The best paragraph of each, of those that are looked at. Number 0 is the title. */
const essaysSql = `
  SELECT DISTINCT ON (p.essay_id) p.essay_id AS id, p.number AS passage,
    ts_rank(${weights}, p.words, $2::tsquery, 1) * CASE p.number WHEN 0 THEN 2 ELSE 1 END AS score, f.many - 1 AS more
  FROM (
    SELECT f.* FROM (
      SELECT essay_id, number, row_number() OVER (PARTITION BY essay_id ORDER BY number) AS nth,
        count(*) OVER (PARTITION BY essay_id)::int AS many
      FROM passage WHERE words @@ $2::tsquery AND essay_id = ANY($1::uuid[])) f
    JOIN unnest($1::uuid[]) WITH ORDINALITY k (id, place) ON k.id = f.essay_id
    ORDER BY f.nth, k.place LIMIT ${mostEssays + 1}) f
  JOIN passage p ON p.essay_id = f.essay_id AND p.number = f.number
  ORDER BY p.essay_id, score DESC, p.number`;

export interface Candidates {
  all: Candidate[];
  /** There is more than was looked at. */
  isCut: boolean;
}

/** What has the words and may be seen. */
export async function candidatesOf(viewer: Viewer, sought: Sought): Promise<Candidates> {
  const [notes, essays] = await Promise.all([
    newestNotes(viewer, { ...sought, most: mostLookedAt }),
    essaysOf(sought),
  ]);
  return {
    all: [...essays.slice(0, mostEssays), ...notes.slice(0, mostLookedAt)],
    isCut: notes.length > mostLookedAt || essays.length > mostEssays,
  };
}

/** Without words its title stands for an essay. */
const unsought = { passage: 0, score: 0, more: 0 };

/** The newest first. Where there are more, one more is returned. */
async function essaysOf({ reach, filter, behind = null }: Sought): Promise<Candidate[]> {
  const { kind = 'essay', tag, person, status } = filter;
  if (kind !== 'essay' || tag !== undefined || person !== undefined || status !== undefined) return [];
  const [from, to] = timesOf(filter);
  const within = reach.essays
    .map((essay) => ({ ...essay, created: new Date(essay.added) }))
    .filter(({ created }) => (!from || created >= from) && (!to || created < to))
    .filter((essay) => behind === null || byTime(essay, behind) > 0)
    .sort(byTime);
  const fixed = { kind: 'essay' as const, person: null, tags: [], status: null };
  if (reach.tsquery === null)
    return within
      .slice(0, mostEssays + 1)
      .map(({ id, group, created }) => ({ ...unsought, ...fixed, id, essay: id, group, created }));
  if (within.length === 0) return [];
  // Without a name it is planned anew: what is best depends on how common the words are.
  const rows = await query<{ id: string; passage: number; score: number; more: number }>('', essaysSql, [
    within.map(({ id }) => id),
    reach.tsquery,
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return within.flatMap(({ id, group, created }) => {
    const row = found.get(id);
    return row ? [{ ...row, ...fixed, essay: id, group, created }] : [];
  });
}
