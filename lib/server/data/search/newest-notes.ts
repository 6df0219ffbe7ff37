import 'server-only';
import {
  annotationShownTo,
  cardShownTo,
  type Eyes,
  everybody,
  replyShownTo,
} from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { hasHidden } from '@/lib/server/data/hidden-people';
import type { Viewer } from '@/lib/server/data/viewer';
import { byTime, type Candidate, type Place, type Sought, weights } from './candidate';
import { timesOf } from './search-times';

/** So many of the newest are looked at one by one before it is known how rare the words are. */
const walked = 1_000;

const eyes: Eyes = { viewer: '$1::uuid', moderates: '(e.group_id = ANY($3::uuid[]))' };

/** Thread `a` of entry `e`, on an essay that is still on the group's list. */
const shownThread = `EXISTS (SELECT 1 FROM reading_list_entry l
  WHERE l.group_id = a.group_id AND l.essay_id = a.essay_id AND ${annotationShownTo(eyes)})
  AND ($9::text IS NULL OR $9 = CASE WHEN a.resolved_at IS NULL THEN 'open' ELSE 'resolved' END)`;
const shownCard = `${cardShownTo(eyes)} AND c.status = coalesce($9::text, c.status)
  AND ($9::text IS NOT NULL OR c.status <> 'merged') AND ($7::text IS NULL OR c.kind = $7::text)`;
const tagged = `($7::text IS NULL OR EXISTS (SELECT 1 FROM annotation_tag x JOIN tag t ON t.id = x.tag_id
  WHERE x.annotation_id = e.id AND t.slug = $7::text))`;

/** Whom the viewer hid is folded away, as in the reader, but where they are asked for. Cards belong to the group. */
const unfolded = `(e.kind = 'card' OR e.author_id = $8::uuid OR NOT ${hasHidden('me', 'e.author_id')})`;

/** For a file, by $18: what all in the group see, of nobody who is left out and in no thread of theirs. */
const mayLeave = `($18::uuid[] IS NULL OR (${annotationShownTo(everybody)} AND a.author_id <> ALL($18::uuid[])
  AND (r.id IS NULL OR (${replyShownTo(everybody)} AND r.author_id <> ALL($18::uuid[])))))`;

const ofGroups = 'e.group_id = ANY($2::uuid[])';

/** Of what may be looked through: $10 and $11 times, $12 and $13 what was looked at already, $17 how far back. */
const within = `${ofGroups}
      AND ($10::timestamptz IS NULL OR e.created_at >= $10::timestamptz)
      AND ($11::timestamptz IS NULL OR e.created_at < $11::timestamptz)
      AND ($12::timestamptz IS NULL OR (e.created_at, e.id) < ($12::timestamptz, $13::uuid))
      AND ($17::timestamptz IS NULL OR e.created_at >= $17::timestamptz)`;

const hasWords = `($4::tsquery IS NULL OR e.words @@ $4::tsquery)
      AND ($16::boolean IS FALSE OR ts_filter(e.words, '{a,b}') @@ $4::tsquery)
      AND ($5::text[] IS NULL OR e.kind = ANY($5::text[])) AND ($6::uuid IS NULL OR e.essay_id = $6::uuid)
      AND ($8::uuid IS NULL OR e.author_id = $8::uuid)`;

const asPlace = "json_build_object('created', created_at, 'id', id)";

/**
 * The newest $14 that have the words, as `e`. PostgreSQL cannot know how rare words are together: it is told to walk back
 * by time, past $15 entries at most and no further than it has enough (what is MATERIALIZED is read as it is made, and in
 * that order), or to take the indexes, of words and of times, of which it reads what stands in both.
 */
const sources = {
  recent: {
    found: `walked AS MATERIALIZED (
      SELECT e.id, e.created_at, ${hasWords} AS fits FROM search_entry e WHERE ${within}
      ORDER BY e.created_at DESC, e.id DESC LIMIT $15::int
    ), e AS MATERIALIZED (
      SELECT e.* FROM (SELECT id FROM walked WHERE fits LIMIT $14::int) w JOIN search_entry e ON e.id = w.id)`,
    newest: '(SELECT created_at FROM walked LIMIT 1)',
    walkedTo: `CASE WHEN (SELECT count(*) FROM e) < $14::int THEN (
      SELECT ${asPlace} FROM walked OFFSET $15::int - 1 LIMIT 1) END`,
  },
  indexed: {
    // Neither by the index of groups, of which most entries may be, nor in the order of an index, walked to its end.
    found: `e AS MATERIALIZED (
      SELECT * FROM search_entry e WHERE ${within.replace(ofGroups, `(${ofGroups}) IS TRUE`)} AND ${hasWords}
      ORDER BY e.created_at + interval '0' DESC, e.id DESC LIMIT $14::int)`,
    newest: 'NULL',
    walkedTo: 'CASE WHEN $15::int < 0 THEN NULL::json END',
  },
};

/**
 * The newest that have the words, and of these what the viewer may see and the filter lets through. Asking that of all
 * that have a common word would take long; `looked` and `last` say whether there are others, and from where on.
 */
const notesSql = ({ found, newest, walkedTo }: (typeof sources)[keyof typeof sources]) => `
  WITH ${found}
  SELECT (SELECT count(*)::int FROM e) AS looked, ${walkedTo} AS "walkedTo", ${newest} AS newest,
    (SELECT ${asPlace} FROM e ORDER BY created_at, id LIMIT 1) AS last, (
    SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'id', e.id, 'group', e.group_id, 'essay', e.essay_id,
      'person', e.author_id, 'created', e.created_at, 'score', coalesce(ts_rank(${weights}, e.words, $4::tsquery, 1), 0),
      'tags', CASE WHEN c.id IS NOT NULL THEN json_build_array(c.kind) ELSE (
        SELECT coalesce(json_agg(t.slug), '[]') FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = e.id) END,
      'status', CASE WHEN c.id IS NOT NULL THEN c.status WHEN a.resolved_at IS NULL THEN 'open' ELSE 'resolved' END)), '[]')
    FROM e LEFT JOIN annotation a ON a.id = e.thread_id
    LEFT JOIN reply r ON e.kind = 'reply' AND r.id = e.id
    LEFT JOIN card c ON e.kind = 'card' AND c.id = e.id
    LEFT JOIN "user" me ON me.id = $1::uuid
    WHERE ${unfolded} AND ${mayLeave} AND CASE e.kind WHEN 'card' THEN ${shownCard} WHEN 'annotation' THEN ${shownThread} AND ${tagged}
      ELSE $7::text IS NULL AND ${shownThread} AND ${replyShownTo(eyes)} END) AS shown`;

/** The name of the statement is empty, so that it is planned anew: what is best depends on how common the words are. */
const planned = '';

/** A place as PostgreSQL tells it. */
interface Told {
  created: string;
  id: string;
}

interface Looked {
  looked: number;
  /** Of those that have the words, the oldest. */
  last: Told | null;
  /** How far back all were looked at; null when that was everything. */
  walkedTo: Told | null;
  /** When the first of them was written. */
  newest: Date | null;
  shown: (Omit<Candidate, 'created' | 'passage' | 'more'> & { created: string })[];
}

interface Notes extends Sought {
  /** Where there are more, more are returned. */
  most: number;
  /** Only annotations and replies in which somebody said it, whatever words they are on. */
  isSaid?: boolean;
  /** Only annotations and replies that may go into a file, which holds nothing of these users. */
  leftOut?: readonly string[] | undefined;
}

/** Annotations, replies and cards that have the words and may be seen, the newest first. */
export async function newestNotes(viewer: Viewer, sought: Notes): Promise<Candidate[]> {
  const { reach, filter, behind = null, most, isSaid = false, leftOut = null } = sought;
  if (filter.kind === 'essay' || reach.groups.length === 0) return [];
  const fixed = [
    viewer.user?.id ?? null,
    reach.groups.map(({ id }) => id),
    reach.groups.flatMap(({ id, moderates }) => (moderates ? id : [])),
    reach.tsquery,
    isSaid ? ['annotation', 'reply'] : filter.kind === undefined ? null : [filter.kind],
    ...[filter.essay, filter.tag, filter.person, filter.status].map((value) => value ?? null),
    ...timesOf(filter),
  ];
  const shown: Candidate[] = [];
  let having = 0;
  let pace: Pace = { source: 'recent', step: 1.2 * most, far: walked, from: behind, since: null };
  while (true) {
    const { source, step, far, from, since } = pace;
    const values = [...fixed, from?.created ?? null, from?.id ?? null, step, far, isSaid, since, leftOut];
    const [row] = await query<Looked>(planned, notesSql(sources[source]), values);
    const { looked, last, walkedTo, newest, shown: some } = row!;
    shown.push(...some.map((one) => ({ ...one, created: new Date(one.created), passage: null, more: 0 })));
    const isThrough = looked < step;
    const through = source === 'recent' ? walkedTo : since === null ? null : { created: since, id: nil };
    const told = isThrough ? through : last;
    if (told === null || shown.length > most) return shown.sort(byTime);
    const to = { ...told, created: new Date(told.created) };
    having += looked;
    // As many as hold the rest, if it goes on like this: the more, the fewer of them are theirs to see or fit.
    const rest = (1.3 * (most + 1 - shown.length) * Math.max(having, 1)) / Math.max(shown.length, 1);
    const next = { ...pace, step: Math.ceil(Math.min(rest, 4 * step)), from: to };
    const begin = (from?.created ?? newest)?.getTime() ?? 0;
    pace = isThrough
      ? further(next, { share: next.step / looked, span: begin - to.created.getTime() })
      : next;
  }
}

/** The first of all ids. */
const nil = '00000000-0000-0000-0000-000000000000';

interface Pace {
  source: keyof typeof sources;
  step: number;
  far: number;
  from: Place | null;
  since: string | null;
}

/**
 * How to go on from where all was looked at: so many times as far as it was, which were `span` milliseconds. What is near
 * is walked. Further back the indexes have it, of the times as long as these are not most of all.
 */
function further(pace: Pace, { share, span }: { share: number; span: number }): Pace {
  if (pace.source === 'recent' && share <= 3) return { ...pace, far: Math.ceil(share * pace.far) };
  const since = pace.from!.created.getTime() - span * share;
  const isNear = share <= 60 && span > 0 && since > 0;
  return { ...pace, source: 'indexed', since: isNear ? new Date(since).toISOString() : null };
}
