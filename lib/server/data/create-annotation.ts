import 'server-only';
import { v7 } from 'uuid';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { Annotation, AnnotationDraft } from '@/lib/core/annotation/annotation';
import { conflict, invalid, Problem, signInFirst } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { isAsked, keptOpen, openRound, unknownTags } from './annotation-rounds/open-round';
import { type FoundTarget, findTarget } from './annotation-target';
import { commentFrom, type KeptComment } from './comment-draft';
import { query } from './database';
import { essayFor } from './essay-scope';
import { notification, sealed, unseen } from './events';
import { mentions } from './inbox/mentions';
import { waitsForLook } from './moderation/first-look';
import { sessionWorks } from './sessions';
import { readThread } from './thread';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

interface Place {
  group: string;
  essay: string;
}

interface Prepared {
  id: string;
  tags: string[];
  visibility: 'group' | 'private';
  target: FoundTarget;
  comment: KeptComment | null;
}

/**
 * The busiest write, so session, permission, rows, event and wake-up are one statement: it gives a row or, when
 * anything stands against it, none. Without a session ($14) the viewer was looked up before. It has people told only
 * where somebody may be concerned (lib/server/data/inbox/tell.ts): at once, or of a bare mark later, since its author may
 * be writing its comment, which then is what people are told of. What waits for a moderator, or is sealed since its author
 * reads alone, is an event that says nothing to the group, and one of its author's own.
 */
const sql = `
  WITH reading AS MATERIALIZED (${openRound({ group: '$2::uuid', essay: '$3::uuid', person: '$4::uuid' })}${keptOpen}
  ), scope AS (
    SELECT e.group_id, e.essay_id, u.name FROM reading_list_entry e
    JOIN membership m ON m.group_id = e.group_id AND m.user_id = $4::uuid AND m.role = ANY($5::text[])
    JOIN "user" u ON u.id = m.user_id AND u.deleted_at IS NULL
    LEFT JOIN session s ON s.id = $14::uuid AND s.user_id = u.id AND ${sessionWorks}
    WHERE ($14::uuid IS NULL OR s.id IS NOT NULL) AND e.group_id = $2::uuid AND e.essay_id = $3::uuid AND cardinality($6::text[]) =
      (SELECT count(*) FROM tag WHERE group_id = $2::uuid AND retired_at IS NULL AND slug = ANY($6::text[])
        AND ${isAsked('tag.id', '(SELECT id FROM reading)')})
  ), made AS (
    INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown, round_id, held)
    SELECT $1::uuid, group_id, essay_id, $4::uuid, $7::text, $8::jsonb, $9::text, sealed.by,
      CASE WHEN sealed.by IS NOT NULL THEN 'sealed'
        WHEN $7::text = 'group' AND ${waitsForLook('scope.group_id', '$4::uuid')} THEN 'pending' END
    FROM scope, (SELECT CASE WHEN $7::text = 'group' THEN (SELECT id FROM reading) END AS by) sealed
    ON CONFLICT (id) DO NOTHING RETURNING id, group_id, essay_id, created_at, held, ARRAY_REMOVE(ARRAY[
      CASE WHEN visibility = 'group' THEN 'essay:' || group_id || ':' || essay_id END,
      CASE WHEN visibility = 'private' OR held IS NOT NULL THEN 'user:' || author_id END], NULL) AS channels
  ), placed AS (
    INSERT INTO target (annotation_id, essay_version_id, selectors) SELECT id, $10::uuid, $11::jsonb FROM made
  ), anchored AS (
    INSERT INTO anchor (annotation_id, essay_version_id, start, "end")
    SELECT id, $10::uuid, $12::int, $13::int FROM made
  ), tagged AS (
    INSERT INTO annotation_tag (annotation_id, tag_id)
    SELECT made.id, tag.id FROM made JOIN tag ON tag.group_id = made.group_id AND tag.slug = ANY($6::text[])
  ), told AS (
    INSERT INTO job (kind, payload, run_at)
    SELECT 'tell', json_build_object('kind', CASE WHEN held IS NULL THEN 'annotation' ELSE 'review' END, 'event', id,
      'group', group_id), now() + CASE WHEN held IS NULL AND $8::jsonb IS NULL THEN interval '5 minutes' ELSE '0' END FROM made
    WHERE $7::text = 'group' AND held IS DISTINCT FROM 'sealed' AND (held IS NOT NULL OR $8::jsonb @? ${mentions} OR EXISTS (
      SELECT 1 FROM subscription s WHERE s.group_id = $2::uuid AND s.subject_id = ANY(
        ARRAY[$3::uuid, $4::uuid] || ARRAY(SELECT id FROM tag WHERE group_id = $2::uuid AND slug = ANY($6::text[])))))
  ), next AS (
    INSERT INTO channel AS c (id, seq) SELECT unnest(channels), 1 FROM made
    ON CONFLICT (id) DO UPDATE SET seq = c.seq + 1 RETURNING id, seq
  ), event AS (
    INSERT INTO event (channel_id, seq, kind, change, entity_id, actor_id)
    SELECT next.id, next.seq, 'annotation', CASE WHEN unseen THEN '${unseen.change}' ELSE 'created' END,
      CASE WHEN unseen AND held = 'sealed' THEN '${sealed.entity}' ELSE $1::uuid END, CASE WHEN NOT unseen THEN $4::uuid END
    FROM next CROSS JOIN made
    CROSS JOIN LATERAL (SELECT held IS NOT NULL AND next.id LIKE 'essay:%' AS unseen) event RETURNING channel_id
  )
  SELECT ${wireTime('created_at')} AS created, group_id AS "group", essay_id AS essay, scope.name, made.held,
    ARRAY(SELECT slug FROM tag WHERE group_id = $2::uuid AND slug = ANY($6::text[]) ORDER BY position, slug) AS tags,
    (SELECT string_agg(pg_notify('${notification}', channel_id)::text, '') FROM event) AS notified
  FROM made JOIN scope USING (group_id, essay_id)`;

const authors = rolesThatMay('annotation.create');

/**
 * Annotates a passage. The client may choose the id: sending the same annotation again gives the same answer.
 * 422 with both texts when position and quote disagree.
 */
export async function createAnnotation(
  viewer: Viewer,
  params: Place,
  draft: AnnotationDraft,
): Promise<Annotation> {
  if (!viewer.user) throw signInFirst();
  const place = await idsOf(viewer, params);
  const prepared = await prepare(place, draft);
  if (prepared instanceof Problem) {
    await essayFor(viewer, params, 'annotation.create');
    throw prepared;
  }
  const made = await insert({ user: viewer.user.id, session: null }, place, prepared);
  return made ?? explain(viewer, params, prepared);
}

/**
 * The same in a single statement, which looks the viewer's session up too: so the viewer may come from memory. Null
 * when anything stands against it; `createAnnotation` says what.
 */
export async function createAnnotationAtOnce(
  viewer: Viewer,
  place: Place,
  draft: AnnotationDraft,
): Promise<Annotation | null> {
  const { user, session } = viewer;
  if (!user || !session || !isId(place.group) || !isId(place.essay)) return null;
  const prepared = await prepare(place, draft);
  return prepared instanceof Problem ? null : insert({ user: user.id, session }, place, prepared);
}

/** Shows nothing of the essay but in the problem, which is for those who may annotate it. */
async function prepare(
  { group, essay }: Place,
  { id = v7(), target, tags = [], comment, visibility = 'group' }: AnnotationDraft,
): Promise<Prepared | Problem> {
  const aimed = await findTarget(essay, target);
  if ('problem' in aimed) return aimed.problem;
  return {
    id: id.toLowerCase(),
    tags: [...new Set(tags)],
    visibility,
    target: aimed.found,
    comment: comment ? await commentFrom(group, comment) : null,
  };
}

/** Ids are taken at their word, the statement checks them; slugs have to be looked up. */
async function idsOf(viewer: Viewer, params: Place): Promise<Place> {
  if (isId(params.group) && isId(params.essay)) return params;
  const { group, id } = await essayFor(viewer, params, 'annotation.create');
  return { group: group.id, essay: id };
}

/** The row that the statement gives. */
interface Made {
  created: string;
  group: string;
  essay: string;
  name: string;
  held: 'pending' | 'sealed' | null;
  tags: string[];
}

async function insert(
  author: { user: string; session: string | null },
  { group, essay }: Place,
  { id, tags, visibility, target, comment }: Prepared,
): Promise<Annotation | null> {
  const rows = await query<Made>('create-annotation', sql, [
    id,
    group,
    essay,
    author.user,
    authors,
    tags,
    visibility,
    comment && JSON.stringify(comment.document),
    comment?.markdown ?? null,
    target.version,
    JSON.stringify(target.selectors),
    target.range.start,
    target.range.end,
    author.session,
  ]);
  const [made] = rows;
  if (!made) return null;
  return {
    id,
    group: made.group,
    essay: made.essay,
    target: { version: target.number, selector: target.selectors },
    tags: made.tags,
    comment: comment && { markdown: comment.markdown, document: comment.document },
    visibility,
    creator: { id: author.user, name: made.name },
    created: made.created,
    modified: null,
    active: made.created,
    version: 1,
    resolved: null,
    held: made.held && { as: made.held, note: '', appealed: false },
    reactions: {},
    via: null,
    replies: [],
  };
}

/** Why nothing was inserted: not allowed, sent before, or a tag that the group does not have. */
async function explain(viewer: Viewer, params: Place, sent: Prepared): Promise<Annotation> {
  const scope = await essayFor(viewer, params, 'annotation.create');
  const [taken] = await query<{ mine: boolean }>(
    'annotation-taken',
    `SELECT a.author_id = $2::uuid AND a.group_id = $3::uuid AND a.essay_id = $4::uuid AND a.deleted_at IS NULL AS mine
     FROM annotation a WHERE a.id = $1::uuid`,
    [sent.id, viewer.user?.id, scope.group.id, scope.id],
  );
  const earlier = taken?.mine ? await readThread(viewer, sent.id) : null;
  if (earlier && isSame(earlier, sent)) return earlier;
  if (taken) throw conflict('id-taken', 'There is another annotation of this id. Send it with a new one.');
  throw invalid('tag', unknownTags, { tags: sent.tags });
}

function isSame(earlier: Annotation, sent: Prepared): boolean {
  const position = earlier.target.selector.find((one) => one.type === 'TextPositionSelector');
  const wanted = sent.target.selectors.find((one) => one.type === 'TextPositionSelector');
  return (
    earlier.target.version === sent.target.number &&
    position?.start === wanted?.start &&
    position?.end === wanted?.end &&
    [...earlier.tags].sort().join() === [...sent.tags].sort().join() &&
    (earlier.comment?.markdown ?? null) === (sent.comment?.markdown ?? null) &&
    earlier.visibility === sent.visibility
  );
}
