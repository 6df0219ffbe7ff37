import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { QueueItem } from '@/lib/core/api/moderation';
import { isRevealed } from '@/lib/server/data/cards/shown-credences';
import { query } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { entryJson } from './log';
import { standingDecision } from './standing-decision';
import { stateOf, subjectsSql } from './subjects';

type Details = Omit<QueueItem, 'triggers' | 'since'>;

const person = (id: string) =>
  `(SELECT json_build_object('id', u.id, 'name', u.name) FROM "user" u WHERE u.id = ${id})`;

/** What a reply answers, from the annotation down; a reply that is gone leaves its place. */
const above = `
  WITH RECURSIVE up AS (
    SELECT p.id, p.parent_id, p.author_id, p.comment, p.comment_markdown, p.deleted_at, 1 AS depth
    FROM reply p WHERE p.id = s.parent
    UNION ALL
    SELECT p.id, p.parent_id, p.author_id, p.comment, p.comment_markdown, p.deleted_at, up.depth + 1
    FROM reply p JOIN up ON p.id = up.parent_id
  ), chain AS (
    SELECT author_id, comment, comment_markdown, deleted_at, depth FROM up
    UNION ALL SELECT author_id, comment, comment_markdown, deleted_at, 1000000 FROM annotation WHERE id = s.thread
  )
  SELECT json_agg(json_build_object('author', ${person('chain.author_id')}, 'comment',
    CASE WHEN chain.deleted_at IS NULL AND chain.comment IS NOT NULL
      THEN json_build_object('markdown', chain.comment_markdown, 'document', chain.comment) END)
    ORDER BY depth DESC) FROM chain`;

/** The words that the last decision was about; the revision of that version has them when there are others now. */
const earlier = `
  SELECT coalesce(v.comment_markdown, c.statement) FROM (
    SELECT e.version FROM moderation_entry e WHERE e.subject_id = s.id AND ${standingDecision} ORDER BY e.id DESC LIMIT 1
  ) seen
  LEFT JOIN revision v ON v.version = seen.version AND s.id IN (v.annotation_id, v.reply_id)
  LEFT JOIN card_revision c ON c.version = seen.version AND c.card_id = s.id
  WHERE seen.version < s.version`;

/** The words of an answer to a card that the moderator has still to answer, unless they asked for them. */
const withheld = `(s.kind = 'position' AND NOT $5::boolean AND s.author <> $3::uuid AND NOT coalesce(
  (SELECT ${isRevealed({ free: '$4::boolean', person: '$3::uuid' })} FROM card c WHERE c.id = s.card), false))`;

const sql = `
  WITH item AS MATERIALIZED (
    SELECT s.*, ${withheld} AS withheld FROM (${subjectsSql}) s WHERE s.group_id = $1::uuid AND s.id = ANY($2::uuid[])
  ), record AS MATERIALIZED (
    SELECT o.author, json_build_object('contributions', count(*) FILTER (WHERE o.standing IS NOT NULL),
      'held', count(*) FILTER (WHERE o.standing IN ('hidden', 'removed'))) AS json
    FROM (${subjectsSql}) o WHERE o.group_id = $1::uuid AND o.author IN (SELECT author FROM item) GROUP BY o.author
  )
  SELECT json_build_object('kind', s.kind, 'id', s.id, 'state', ${stateOf}, 'standing', s.standing,
    'author', ${person('s.author')}, 'comment', CASE
      WHEN s.withheld THEN NULL
      WHEN s.document IS NOT NULL THEN json_build_object('markdown', s.words, 'document', s.document)
      WHEN s.card IS NOT NULL THEN json_build_object('markdown', s.words, 'document', NULL) END,
    'withheld', s.withheld, 'earlier', (${earlier}),
    'passage', (SELECT json_build_object('prefix', coalesce(q ->> 'prefix', ''), 'exact', q ->> 'exact',
        'suffix', coalesce(q ->> 'suffix', ''))
      FROM target t, jsonb_array_elements(t.selectors) q
      WHERE t.annotation_id = s.thread AND q ->> 'type' = 'TextQuoteSelector'),
    'statement', CASE WHEN s.kind IN ('position', 'relation') THEN (SELECT statement FROM card WHERE id = s.card) END,
    'above', coalesce(CASE WHEN s.kind = 'reply' THEN (${above}) END, '[]'),
    'essay', (SELECT json_build_object('slug', l.slug, 'title', e.title) FROM reading_list_entry l
      JOIN essay e ON e.id = l.essay_id WHERE l.group_id = s.group_id AND l.essay_id = s.essay),
    'place', s.place,
    'flags', coalesce((SELECT json_agg(json_build_object('id', f.id, 'by', ${person('f.user_id')}, 'reason', f.reason,
        'note', f.note, 'created', ${wireTime('f.created_at')}) ORDER BY f.created_at, f.id)
      FROM flag f WHERE f.subject_id = s.id AND f.settled_by_id IS NULL), '[]'),
    'decisions', coalesce((SELECT json_agg(${entryJson('true', 'NOT s.withheld')} ORDER BY e.id DESC)
      FROM moderation_entry e WHERE e.subject_id = s.id), '[]'),
    'record', record.json, 'created', ${wireTime('s.created')}, 'modified', ${wireTime('s.edited')}) AS json
  FROM item s JOIN record ON record.author = s.author`;

/** What a moderator needs to decide about each, by id; `whole`: also the words of answers that they should not know yet. */
export async function queueItems(
  viewer: Viewer,
  group: GroupScope,
  { ids, whole }: { ids: readonly string[]; whole: boolean },
): Promise<Map<string, Details>> {
  const values = [group.id, ids, userIdOf(viewer), !may('position.take', group), whole];
  const rows = await query<{ json: Details }>('queue-items', sql, values);
  return new Map(rows.map(({ json }) => [json.id, json]));
}
