import 'server-only';
import type { SearchFilter } from '@/lib/core/api/search';
import { query } from '@/lib/server/data/database';
import type { Place, Sought } from './candidate';
import type { Pace } from './pace';
import { timesOf } from './search-times';

/** $1 groups, $2 words, $3 kinds, $4 an essay, $5 an author, $6 whether somebody said the words, $13 a tag, $14 a status. */
const ofGroups = 'e.group_id = ANY($1::uuid[])';
const fits = (hasAny: (rows: string) => string) => `($3::text[] IS NULL OR e.kind = ANY($3::text[]))
      AND ($2::tsquery IS NULL OR e.words @@ $2::tsquery)
      AND ($6::boolean IS FALSE OR ts_filter(e.words, '{a,b}') @@ $2::tsquery)
      AND ($4::uuid IS NULL OR e.essay_id = $4::uuid) AND ($5::uuid IS NULL OR e.author_id = $5::uuid)
      AND ($13::text IS NULL OR CASE e.kind WHEN 'card' THEN ${hasAny('card c WHERE c.id = e.id AND c.kind = $13::text')}
        ELSE ${hasAny('annotation_tag x WHERE x.annotation_id = e.id AND x.tag_id = ANY (ARRAY(SELECT id FROM tag WHERE group_id = ANY($1::uuid[]) AND slug = $13::text))')} END)
      AND ($14::text IS NULL OR CASE e.kind WHEN 'card' THEN ${hasAny('card c WHERE c.id = e.id AND c.status = $14::text')}
        ELSE ${hasAny("annotation a WHERE a.id = e.thread_id AND (a.resolved_at IS NULL) = ($14::text = 'open')")} END)`;

/** Asked of each entry by itself. */
const ofEach = (rows: string) => `coalesce((SELECT true FROM ${rows} LIMIT 1), false)`;
/** PostgreSQL may look up all such rows at once. */
const atOnce = (rows: string) => `EXISTS (SELECT 1 FROM ${rows})`;

/** $7 and $8 times, $9 and $10 what was looked at already. */
const inTime = `($7::timestamptz IS NULL OR e.created_at >= $7::timestamptz)
      AND ($8::timestamptz IS NULL OR e.created_at < $8::timestamptz)
      AND ($9::timestamptz IS NULL OR (e.created_at, e.id) < ($9::timestamptz, $10::uuid))`;

/** The same times once more, since $12, as `search_entry_when` has them. */
const utc = (time: string) => `${time} AT TIME ZONE 'UTC'`;
const inRanges = `($9::timestamptz IS NULL OR ${utc('e.created_at')} <= ${utc('$9::timestamptz')})
      AND ($12::timestamptz IS NULL OR ${utc('e.created_at')} >= ${utc('$12::timestamptz')})`;

/** Of the first of these rows. */
const placeOf = (rows: string) =>
  `(SELECT json_build_object('created', created_at, 'id', id) FROM (SELECT created_at, id FROM ${rows} LIMIT 1) one)`;

/**
 * The newest $11 that fit. PostgreSQL cannot know how rare words are together: it is told to walk back by time,
 * past $12 entries at most and no further than it has enough (what is MATERIALIZED is read as it is made, and in that
 * order), or to take the indexes, of words and of times since $12, of which it reads what stands in both.
 */
const sources = {
  recent: `
    WITH walked AS MATERIALIZED (
      SELECT e.id, e.created_at, ${fits(ofEach)} AS fits FROM search_entry e WHERE ${ofGroups} AND ${inTime}
      ORDER BY e.created_at DESC, e.id DESC LIMIT $12::int
    ), found AS MATERIALIZED (SELECT id, created_at FROM walked WHERE fits LIMIT $11::int)
    SELECT ARRAY(SELECT id FROM found) AS ids, ${placeOf('found ORDER BY created_at, id')} AS last,
      (SELECT created_at FROM walked LIMIT 1) AS newest,
      (SELECT reltuples FROM pg_class WHERE oid = 'search_entry'::regclass) AS entries,
      CASE WHEN (SELECT count(*) FROM found) < $11::int THEN ${placeOf('walked OFFSET $12::int - 1')} END AS "walkedTo"`,
  // Neither by the index of groups, of which most entries may be, nor in the order of an index, walked to its end.
  indexed: `
    WITH found AS MATERIALIZED (
      SELECT e.id, e.created_at FROM search_entry e
      WHERE (${ofGroups}) IS TRUE AND ${inTime} AND ${inRanges} AND ${fits(atOnce)}
      ORDER BY e.created_at + interval '0' DESC, e.id DESC LIMIT $11::int)
    SELECT ARRAY(SELECT id FROM found) AS ids, ${placeOf('found ORDER BY created_at, id')} AS last,
      NULL AS newest, 0 AS entries, NULL AS "walkedTo"`,
};

/** The name of the statement is empty, so that it is planned anew: what is best depends on how common the words are. */
const planned = '';

/** The first of all ids. */
const nil = '00000000-0000-0000-0000-000000000000';

export interface Asked extends Sought {
  /** Only annotations and replies in which somebody said it, whatever words they are on. */
  isSaid?: boolean;
}

/** A place as PostgreSQL tells it. */
interface Told {
  created: string;
  id: string;
}

interface Row {
  ids: string[];
  last: Told | null;
  newest: Date | null;
  entries: number;
  walkedTo: Told | null;
}

interface Entries {
  /** The newest first. */
  ids: string[];
  /** How far back all were read; null when that was everything. */
  to: Place | null;
  /** There may be more before that. */
  isFull: boolean;
  /** When the newest entry of all was written, if it was met. */
  newest: Date | null;
  /** How many PostgreSQL takes there to be of all groups, where that decides how to go on. */
  entries: number;
}

/** Annotations, replies and cards that have the words and fit the filter, whoever may see them. */
export async function fittingEntries(
  { reach, filter, isSaid = false }: Asked,
  { source, step, from, back }: Pace,
): Promise<Entries> {
  const { essay, person, tag, status } = filter;
  const fitting = kindsOf(filter, isSaid);
  if (fitting.length === 0) return { ids: [], to: null, isFull: false, newest: null, entries: 0 };
  const [row] = await query<Row>(planned, sources[source], [
    reach.groups.map(({ id }) => id),
    reach.tsquery,
    fitting.length === kinds.length ? null : fitting,
    essay ?? null,
    person ?? null,
    isSaid,
    ...timesOf(filter),
    from?.created ?? null,
    from?.id ?? null,
    step,
    back,
    tag ?? null,
    status ?? null,
  ]);
  const { ids, last, newest, entries, walkedTo } = row!;
  const isFull = ids.length === step;
  const through = back instanceof Date ? { created: back, id: nil } : asPlace(walkedTo);
  return { ids, to: isFull ? asPlace(last) : through, isFull, newest, entries };
}

const kinds = ['annotation', 'reply', 'card'] as const;

/** What can fit. Cards stand elsewhere than threads do, and replies have no tags. */
function kindsOf({ kind, tag, status }: SearchFilter, isSaid: boolean) {
  const isOfThread = status === 'open' || status === 'resolved';
  return kinds.filter((one) => {
    if (kind !== undefined && kind !== one) return false;
    if (one === 'card') return !isSaid && !isOfThread;
    return (status === undefined || isOfThread) && (tag === undefined || one === 'annotation');
  });
}

const asPlace = (told: Told | null): Place | null => told && { created: new Date(told.created), id: told.id };
