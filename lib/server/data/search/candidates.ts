import 'server-only';
import { type SearchFilter, searchAges } from '@/lib/core/api/search';
import { annotationShownTo, cardShownTo, type Eyes, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { hasHidden } from '@/lib/server/data/hidden-people';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Reach } from './reach';

/** So many of the newest that fit are ranked and counted: a page of a common word costs no more than that. */
const mostLookedAt = 200;
/** Paragraphs of essays, which are smaller; those that stand first in theirs. */
const mostPassages = 1_000;

/** So many of the newest are looked at one by one, and more if so many of them have the words: then not all are fetched that do. */
const walked = 6_000;
const common = 40;
/** However far back: an integer of PostgreSQL, and few steps to it. */
const farthest = 1_000_000_000;

export interface Candidate {
  kind: 'essay' | 'annotation' | 'reply' | 'card';
  id: string;
  group: string;
  essay: string | null;
  person: string | null;
  created: Date;
  score: number;
  tags: string[];
  status: string | null;
  /** Of an essay: its best paragraph, and how many others have the words. */
  passage: number | null;
  more: number;
}

interface Asked {
  reach: Reach;
  filter: SearchFilter;
  /** Only what is older, where the order is by time. */
  before?: Date | null;
}

const eyes: Eyes = { viewer: '$1::uuid', moderates: '(e.group_id = ANY($3::uuid[]))' };

/** Words as written count more than their stems, and what somebody wrote more than what stands beside it. */
const weights = "'{0.1, 0.3, 0.4, 1}'";

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

const ofGroups = 'e.group_id = ANY($2::uuid[])';

/** Of what may be looked through: $10 and $11 times, $12 and $13 what was looked at already. */
const within = `${ofGroups}
      AND ($10::timestamptz IS NULL OR e.created_at >= $10::timestamptz)
      AND ($11::timestamptz IS NULL OR e.created_at < $11::timestamptz)
      AND ($12::timestamptz IS NULL OR (e.created_at, e.id) < ($12::timestamptz, $13::uuid))`;

const backwards = 'ORDER BY e.created_at DESC, e.id DESC';

/** PostgreSQL cannot know how rare words are together: it walks back by time as far as it is told, then takes the index of words. */
const sources = {
  recent: {
    rows: `(SELECT * FROM search_entry e WHERE ${within} ${backwards} LIMIT $15::int)`,
    order: backwards,
    walkedTo: `(SELECT json_build_object('created', created_at, 'id', id) FROM (
      SELECT e.created_at, e.id FROM search_entry e WHERE ${within} ${backwards} OFFSET $15::int - 1 LIMIT 1) e)`,
  },
  all: {
    // Neither by the index of groups, of which most entries may be, nor in the order of an index, walked to its end.
    rows: `(SELECT * FROM search_entry e WHERE ${within.replace(ofGroups, `(${ofGroups}) IS TRUE`)})`,
    order: "ORDER BY e.created_at + interval '0' DESC, e.id DESC",
    walkedTo: 'CASE WHEN $15::int < 0 THEN NULL::json END',
  },
};

/**
 * The newest that have the words, and of these what the viewer may see and the filter lets through. Asking that of all
 * that have a common word would take long; `looked` and `last` say whether there are others, and from where on.
 */
const notesSql = ({ rows, order, walkedTo }: (typeof sources)[keyof typeof sources]) => `
  WITH e AS MATERIALIZED (
    SELECT * FROM ${rows} e
    WHERE ($4::tsquery IS NULL OR e.words @@ $4::tsquery)
      AND ($16::boolean IS FALSE OR ts_filter(e.words, '{a,b}') @@ $4::tsquery)
      AND ($5::text[] IS NULL OR e.kind = ANY($5::text[])) AND ($6::uuid IS NULL OR e.essay_id = $6::uuid)
      AND ($8::uuid IS NULL OR e.author_id = $8::uuid)
    ${order} LIMIT $14::int)
  SELECT (SELECT count(*)::int FROM e) AS looked, ${walkedTo} AS "walkedTo",
    (SELECT json_build_object('created', created_at, 'id', id) FROM e ORDER BY created_at, id LIMIT 1) AS last, (
    SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'id', e.id, 'group', e.group_id, 'essay', e.essay_id,
      'person', e.author_id, 'created', e.created_at, 'score', coalesce(ts_rank(${weights}, e.words, $4::tsquery, 1), 0),
      'tags', CASE WHEN c.id IS NOT NULL THEN json_build_array(c.kind) ELSE (
        SELECT coalesce(json_agg(t.slug), '[]') FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = e.id) END,
      'status', CASE WHEN c.id IS NOT NULL THEN c.status WHEN a.resolved_at IS NULL THEN 'open' ELSE 'resolved' END)), '[]')
    FROM e LEFT JOIN annotation a ON a.id = e.thread_id
    LEFT JOIN reply r ON e.kind = 'reply' AND r.id = e.id
    LEFT JOIN card c ON e.kind = 'card' AND c.id = e.id
    LEFT JOIN "user" me ON me.id = $1::uuid
    WHERE ${unfolded} AND CASE e.kind WHEN 'card' THEN ${shownCard} WHEN 'annotation' THEN ${shownThread} AND ${tagged}
      ELSE $7::text IS NULL AND ${shownThread} AND ${replyShownTo(eyes)} END) AS shown`;

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
  asked: Asked,
): Promise<{ all: Candidate[]; capped: boolean }> {
  const [notes, essays] = await Promise.all([newestNotes(viewer, asked), essaysOf(asked)]);
  return { all: [...essays, ...notes.slice(0, mostLookedAt)], capped: notes.length > mostLookedAt };
}

/** The name of the statement is empty, so that it is planned anew: what is best depends on how common the words are. */
const planned = '';

interface Place {
  created: string;
  id: string;
}

interface Looked {
  looked: number;
  /** Of those that have the words, the oldest. */
  last: Place | null;
  /** How far back all were looked at; null when that was everything. */
  walkedTo: Place | null;
  shown: (Omit<Candidate, 'created' | 'passage' | 'more'> & { created: string })[];
}

interface Notes extends Asked {
  /** Where there are more, more are returned. */
  most?: number;
  /** Only annotations and replies in which somebody said it, whatever words they are on. */
  isSaid?: boolean;
}

/** Annotations, replies and cards that have the words and may be seen, the newest first. */
export async function newestNotes(viewer: Viewer, asked: Notes): Promise<Candidate[]> {
  const { reach, filter, before = null, most = mostLookedAt, isSaid = false } = asked;
  if (filter.kind === 'essay' || reach.groups.length === 0) return [];
  const fixed = [
    viewer.user?.id ?? null,
    reach.groups.map(({ id }) => id),
    reach.groups.flatMap(({ id, moderates }) => (moderates ? id : [])),
    reach.tsquery,
    isSaid ? ['annotation', 'reply'] : filter.kind === undefined ? null : [filter.kind],
    ...[filter.essay, filter.tag, filter.person, filter.status].map((value) => value ?? null),
    ...timesOf(filter, before),
  ];
  const shown: Candidate[] = [];
  let source: keyof typeof sources = 'recent';
  let from: Place | null = null;
  let [step, far] = [1.5 * most, walked];
  // Where much that has the words is not theirs to see or does not fit, further back and in larger steps.
  while (true) {
    const values: unknown[] = [...fixed, from?.created ?? null, from?.id ?? null, step, far, isSaid];
    const [row]: Looked[] = await query<Looked>(planned, notesSql(sources[source]), values);
    const { looked, last, walkedTo, shown: some }: Looked = row!;
    shown.push(...some.map((one) => ({ ...one, created: new Date(one.created), passage: null, more: 0 })));
    from = looked === step ? last : walkedTo;
    if (from === null || shown.length > most) return newestFirst(shown);
    step *= 4;
    if (source === 'recent' && looked >= common) far = Math.min(far * 5, farthest);
    else source = 'all';
  }
}

const newestFirst = (some: Candidate[]) => some.sort((a, b) => b.created.getTime() - a.created.getTime());

async function essaysOf({ reach, filter, before = null }: Asked): Promise<Candidate[]> {
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
  const rows = await query<{ id: string; passage: number; score: number; more: number }>(planned, essaysSql, [
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

const day = 86_400_000;

/** Begin, and end exclusive. */
function timesOf({ since, from, to }: SearchFilter, before: Date | null): [Date | null, Date | null] {
  const begins = [since && Date.now() - searchAges[since] * day, from && Date.parse(from)].filter(
    Number.isFinite,
  );
  const ends = [to && Date.parse(to) + day, before?.getTime()].filter(Number.isFinite);
  return [
    begins.length > 0 ? new Date(Math.max(...(begins as number[]))) : null,
    ends.length > 0 ? new Date(Math.min(...(ends as number[]))) : null,
  ];
}
