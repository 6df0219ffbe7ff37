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
import { type Candidate, type Sought, weights } from './candidate';

/** $1 viewer, $2 groups that they moderate, $3 words, $4 a person, $5 a status, $6 who is left out, $7 entries. */
const eyes: Eyes = { viewer: '$1::uuid', moderates: '(e.group_id = ANY($2::uuid[]))' };

/** Thread `a` of entry `e`, on an essay that is still on the group's list. */
const shownThread = `EXISTS (SELECT 1 FROM reading_list_entry l
  WHERE l.group_id = a.group_id AND l.essay_id = a.essay_id AND ${annotationShownTo(eyes)})`;
/** What was merged is found in the card that took it in, but where that is asked for. */
const shownCard = `${cardShownTo(eyes)} AND (c.status <> 'merged' OR $5::text = 'merged')`;

/** Whom the viewer hid is folded away, as in the reader, but where they are asked for. Cards belong to the group. */
const unfolded = `(e.kind = 'card' OR e.author_id = $4::uuid OR NOT ${hasHidden('me', 'e.author_id')})`;

/** For a file: what all in the group see, of nobody who is left out and in no thread of theirs. */
const mayLeave = `($6::uuid[] IS NULL OR (${annotationShownTo(everybody)} AND a.author_id <> ALL($6::uuid[])
  AND (r.id IS NULL OR (${replyShownTo(everybody)} AND r.author_id <> ALL($6::uuid[])))))`;

const sql = `
  SELECT e.kind, e.id, e.group_id AS "group", e.essay_id AS essay, e.author_id AS person, e.created_at AS created,
    coalesce(ts_rank(${weights}, e.words, $3::tsquery, 1), 0) AS score,
    CASE WHEN c.id IS NOT NULL THEN ARRAY[c.kind] ELSE ARRAY(
      SELECT t.slug FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = e.id) END AS tags,
    CASE WHEN c.id IS NOT NULL THEN c.status WHEN a.resolved_at IS NULL THEN 'open' ELSE 'resolved' END AS status
  FROM search_entry e LEFT JOIN annotation a ON a.id = e.thread_id
  LEFT JOIN reply r ON r.id = CASE e.kind WHEN 'reply' THEN e.id END
  LEFT JOIN card c ON e.kind = 'card' AND c.id = e.id
  LEFT JOIN "user" me ON me.id = $1::uuid
  WHERE e.id = ANY($7::uuid[]) AND ${unfolded} AND ${mayLeave}
    AND CASE e.kind WHEN 'card' THEN ${shownCard} WHEN 'annotation' THEN ${shownThread}
      ELSE ${shownThread} AND ${replyShownTo(eyes)} END`;

interface For {
  viewer: Viewer;
  /** Only annotations and replies that may go into a file, which holds nothing of these users. */
  leftOut?: readonly string[] | undefined;
}

/** Of these entries those that the viewer may see, in any order. */
export async function shownNotes(
  ids: readonly string[],
  { viewer, leftOut }: For,
  { reach, filter }: Sought,
): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await query<Omit<Candidate, 'passage' | 'more'>>('search-shown', sql, [
    viewer.user?.id ?? null,
    reach.groups.flatMap(({ id, moderates }) => (moderates ? id : [])),
    reach.tsquery,
    filter.person ?? null,
    filter.status ?? null,
    leftOut ?? null,
    ids,
  ]);
  return rows.map((row) => ({ ...row, passage: null, more: 0 }));
}
