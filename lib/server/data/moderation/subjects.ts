import 'server-only';
import type { SubjectKind } from '@/lib/core/api/moderation';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import type { Standing } from '@/lib/core/moderation/standing';
import { essaysAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { rationaleHeld, reasonHeld } from './held-words';

/** A contribution as moderators look at it, whatever it is. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  author: string;
  standing: Standing;
  /** What of it a decision depends on: text, standing, open flags. */
  state: string;
  version: number;
  /** As plain text; empty for a bare mark. */
  words: string;
  /** The annotation in whose thread it stands, and its essay; null for a card and what stands on one. */
  thread: string | null;
  essay: string | null;
  /** The card that it is or stands on. */
  card: string | null;
}

const standing = (
  alias: string,
) => `CASE WHEN ${alias}.deleted_at IS NULL THEN coalesce(${alias}.held, 'shown')
  WHEN ${alias}.deleted_by_id <> ${alias}.author_id THEN 'removed' END`;

/**
 * All kinds as one. What its author deleted, or keeps private, has no standing and is left out by `standing IS NOT
 * NULL`; what is sealed is no matter for moderators yet. The version of a card is that of its wording: its own counts steps too.
 */
export const subjectsSql = `
  SELECT 'annotation' AS kind, a.id, a.group_id, a.author_id AS author, ${standing('a')} AS standing, a.version,
    coalesce(a.comment_markdown, '') AS words, a.comment AS document, a.id AS thread, a.essay_id AS essay,
    a.created_at AS created, a.edited_at AS edited, a.id::text AS place, NULL::uuid AS parent,
    NULL::uuid AS card
  FROM annotation a WHERE a.visibility = 'group' AND a.held IS DISTINCT FROM 'sealed'
  UNION ALL
  SELECT 'reply', r.id, a.group_id, r.author_id, ${standing('r')}, r.version, r.comment_markdown, r.comment, a.id,
    a.essay_id, r.created_at, r.edited_at, a.id::text, r.parent_id, NULL
  FROM reply r JOIN annotation a ON a.id = r.annotation_id WHERE a.visibility = 'group' AND a.deleted_at IS NULL
    AND a.held IS DISTINCT FROM 'sealed'
  UNION ALL
  SELECT 'card', c.id, c.group_id, c.created_by_id, coalesce(c.held, 'shown'), v.version, c.statement, NULL, NULL,
    NULL, c.created_at, CASE WHEN v.version > 1 THEN v.created_at END, c.number::text, NULL, c.id
  FROM card c CROSS JOIN LATERAL (SELECT w.version, w.created_at FROM card_revision w WHERE w.card_id = c.id
    ORDER BY w.version DESC LIMIT 1) v
  WHERE c.status <> 'merged'
  UNION ALL
  SELECT 'position', p.id, c.group_id, p.user_id, coalesce(${reasonHeld('p')}, 'shown'), 1,
    concat_ws(E'\n\n', nullif(p.reason, ''), nullif(p.would_change_mind, '')), NULL, NULL, NULL, p.created_at, NULL,
    c.number::text, NULL, c.id
  FROM position p JOIN card c ON c.id = p.card_id
  WHERE p.superseded_at IS NULL AND (p.reason <> '' OR p.would_change_mind <> '')
  UNION ALL
  SELECT 'relation', r.id, c.group_id, r.created_by_id, coalesce(${rationaleHeld('r')}, 'shown'), 1, r.rationale, NULL,
    NULL, NULL, r.created_at, NULL, c.number::text, NULL, c.id
  FROM relation r JOIN card c ON c.id = r.from_id WHERE r.rationale <> ''`;

const openFlags = '(SELECT count(*) FROM flag f WHERE f.subject_id = s.id AND f.settled_by_id IS NULL)';

/** Of subject `s`. */
export const stateOf = `concat_ws('-', s.version, s.standing, ${openFlags})`;

const sql = `
  SELECT s.kind, s.id, s.author, s.standing, ${stateOf} AS state, s.version, s.words, s.document, s.thread, s.essay, s.card
  FROM (${subjectsSql}) s WHERE s.group_id = $1::uuid AND s.id = ANY($2::uuid[]) AND s.standing IS NOT NULL`;

/** Words of a comment are Markdown, of which this is the document. */
type Row = Subject & { document: CommentDocument | null };

/** Contributions to a group by id, whether others see them or not; those that are gone are left out. */
export async function subjectsOf(group: string, ids: readonly string[]): Promise<Map<string, Subject>> {
  const rows = await query<Row>('moderation-subjects', sql, [group, ids]);
  return new Map(
    rows.map(({ document, words, ...row }) => [
      row.id,
      { ...row, words: document ? commentToText(document) : words },
    ]),
  );
}

/** Those that this moderator may decide about: on an essay that they read alone, others do. */
export async function subjectsFor(
  viewer: Viewer,
  group: string,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const found = await subjectsOf(group, ids);
  const alone = await essaysAlone(viewer, group);
  return new Map([...found].filter(([, { essay }]) => essay === null || !alone.has(essay)));
}
