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

/** $1 viewer, $2 groups that they moderate, $3 words, $4 a tag, $5 a person, $6 a status, $7 who is left out, $8 entries. */
const eyes: Eyes = { viewer: '$1::uuid', moderates: '(e.group_id = ANY($2::uuid[]))' };

/** Thread `a` of entry `e`, on an essay that is still on the group's list. */
const shownThread = `EXISTS (SELECT 1 FROM reading_list_entry l
  WHERE l.group_id = a.group_id AND l.essay_id = a.essay_id AND ${annotationShownTo(eyes)})
  AND ($6::text IS NULL OR $6 = CASE WHEN a.resolved_at IS NULL THEN 'open' ELSE 'resolved' END)`;
const shownCard = `${cardShownTo(eyes)} AND c.status = coalesce($6::text, c.status)
  AND ($6::text IS NOT NULL OR c.status <> 'merged') AND ($4::text IS NULL OR c.kind = $4::text)`;
const tagged = `($4::text IS NULL OR EXISTS (SELECT 1 FROM annotation_tag x JOIN tag t ON t.id = x.tag_id
  WHERE x.annotation_id = e.id AND t.slug = $4::text))`;

/** Whom the viewer hid is folded away, as in the reader, but where they are asked for. Cards belong to the group. */
const unfolded = `(e.kind = 'card' OR e.author_id = $5::uuid OR NOT ${hasHidden('me', 'e.author_id')})`;

/** For a file: what all in the group see, of nobody who is left out and in no thread of theirs. */
const mayLeave = `($7::uuid[] IS NULL OR (${annotationShownTo(everybody)} AND a.author_id <> ALL($7::uuid[])
  AND (r.id IS NULL OR (${replyShownTo(everybody)} AND r.author_id <> ALL($7::uuid[])))))`;

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
  WHERE e.id = ANY($8::uuid[]) AND ${unfolded} AND ${mayLeave}
    AND CASE e.kind WHEN 'card' THEN ${shownCard} WHEN 'annotation' THEN ${shownThread} AND ${tagged}
      ELSE $4::text IS NULL AND ${shownThread} AND ${replyShownTo(eyes)} END`;

export interface Audience {
  viewer: Viewer;
  /** Only annotations and replies that may go into a file, which holds nothing of these users. */
  leftOut?: readonly string[] | undefined;
}

/** Of these entries those that the viewer may see and the filter lets through, in any order. */
export async function shownNotes(
  ids: readonly string[],
  { viewer, leftOut }: Audience,
  { reach, filter }: Sought,
): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await query<Omit<Candidate, 'passage' | 'more'>>('search-shown', sql, [
    viewer.user?.id ?? null,
    reach.groups.flatMap(({ id, moderates }) => (moderates ? id : [])),
    reach.tsquery,
    filter.tag ?? null,
    filter.person ?? null,
    filter.status ?? null,
    leftOut ?? null,
    ids,
  ]);
  return rows.map((row) => ({ ...row, passage: null, more: 0 }));
}
